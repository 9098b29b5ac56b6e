package org.w3id.materia.extract.indication.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.phrase.Phrase;

/** Names what is lacking: "deficiencies in iron, zinc, and vitamin D" → "iron deficiency", "zinc deficiency", "vitamin d deficiency". */
final class Deficiencies {
    private static final Pattern OF =
            Pattern.compile("(?:.* )?(?:deficiencies|deficiency)(?: or \\w+)? (?:in|of|related to) (.+)");
    private static final Pattern COLON =
            Pattern.compile("\\bdeficienc(?:y|ies) (?:in|of) [^:.;]*:\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NUTRIENTS =
            Set.of("vitamin", "acid", "folate", "mineral", "protein", "calcium", "iron", "zinc");

    private Deficiencies() {}

    static List<Phrase> restored(String text, List<Phrase> phrases) {
        List<Phrase> restored = new ArrayList<>();
        boolean lacking = !phrases.isEmpty()
                && COLON.matcher(text.substring(0, phrases.get(0).start())).find();
        for (Phrase phrase : phrases) {
            Matcher of = OF.matcher(phrase.text());
            if (of.matches() && isNutrient(of.group(1))) {
                restored.add(new Phrase(of.group(1) + " deficiency", phrase.start(), phrase.end()));
                lacking = true;
            } else if (lacking && isNutrient(phrase.text())) {
                restored.add(new Phrase(phrase.text() + " deficiency", phrase.start(), phrase.end()));
            } else {
                restored.add(phrase);
                lacking = lacking && !of.matches() || phrase.text().endsWith("deficiencies");
            }
        }
        return restored;
    }

    private static boolean isNutrient(String name) {
        NameBook book = NameBook.get();
        String first = name.indexOf(' ') < 0 ? name : name.substring(0, name.indexOf(' '));
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return NUTRIENTS.contains(first)
                || NUTRIENTS.contains(last)
                || book.is(name, NameKind.DRUG) && !WordClasses.isPerson(List.of(last));
    }
}
