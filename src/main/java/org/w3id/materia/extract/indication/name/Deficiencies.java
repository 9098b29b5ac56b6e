package org.w3id.materia.extract.indication.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.phrase.Phrase;

/** Names what is lacking, or what is wrong with a substance, in full for each: "deficiencies in iron, zinc, and vitamin D" → "iron deficiency", "zinc deficiency", "vitamin d deficiency". */
final class Deficiencies {
    private static final Pattern OF =
            Pattern.compile("(?:.* )?(?:deficiencies|deficiency)(?: or \\w+)? (?:in|of|related to) (.+)");
    private static final Pattern COLON =
            Pattern.compile("\\bdeficienc(?:y|ies) (?:in|of) [^:.;]*:\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NUTRIENTS =
            Set.of("vitamin", "acid", "folate", "mineral", "protein", "calcium", "iron", "zinc");

    /** What is wrong with a substance, which names of substances in a list share. */
    private static final Set<String> HEADS = Set.of(
            "deficiency", "overdose", "poisoning", "toxicity", "dependence", "addiction", "withdrawal", "intoxication");

    private Deficiencies() {}

    static List<Phrase> restored(String text, List<Phrase> phrases) {
        List<Phrase> restored = new ArrayList<>();
        boolean lacking = !phrases.isEmpty()
                && COLON.matcher(text.substring(0, phrases.get(0).start())).find();
        for (Phrase phrase : phrases) {
            Matcher of = OF.matcher(phrase.text());
            Optional<String> head = headBehind(phrases, phrase);
            if (head.isPresent()) {
                restored.add(new Phrase(phrase.text() + " " + head.get(), phrase.start(), phrase.end()));
            } else if (of.matches() && isNutrient(of.group(1))) {
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

    /** "iron or folate deficiency": what the substance alone shares with the one behind it. */
    private static Optional<String> headBehind(List<Phrase> phrases, Phrase phrase) {
        int next = phrases.indexOf(phrase) + 1;
        if (next >= phrases.size() || !isNutrient(phrase.text())) {
            return Optional.empty();
        }
        String name = phrases.get(next).text();
        int last = name.lastIndexOf(' ');
        String head = NormalForm.singular(name.substring(last + 1));
        boolean shares = last > 0 && HEADS.contains(head) && isNutrient(name.substring(0, last));
        return shares ? Optional.of(head) : Optional.empty();
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
