package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.extract.Product;
import org.w3id.materia.extract.RiskKind;
import org.w3id.materia.language.NounPhrases;
import org.w3id.materia.language.Phrase;

/** Reads the names of risks from ranges of a text about one product. */
final class NamedRisks {
    private static final Pattern PRONOUN = Pattern.compile("\\bto (?:it|this drug itself)$");
    private static final Pattern TWICE = Pattern.compile("\\bto to ");
    private static final Pattern TWO_WORDS = Pattern.compile(
            "\\b(hypersensitivity|allergy|allergies|sensitivity)(?: or | and |/)(?:an )?(hypersensitivity|allergy|allergies|sensitivity|intolerance) to\\b",
            Pattern.CASE_INSENSITIVE);

    private final Product product;
    private final List<String> passed = new ArrayList<>();

    NamedRisks(Product product) {
        this.product = product;
    }

    /** The risks that characters {@code [start, end)} of a statement's text name. */
    List<NamedRisk> in(String text, int start, int end) {
        List<NamedRisk> names = new ArrayList<>();
        if (start >= end) {
            return names;
        }
        Matcher twoWords = TWO_WORDS.matcher(text).region(start, end);
        boolean both = twoWords.find();
        List<PatientGroup> groups = List.of();
        for (Phrase phrase : NounPhrases.of(text, start, end)) {
            String words = phrase.text();
            if (both) {
                String second = twoWords.group(2).toLowerCase(Locale.ROOT) + " to ";
                words = words.replace(second, twoWords.group(1).toLowerCase(Locale.ROOT) + " to ");
            }
            Optional<LimitedGroup> limited = LimitedGroup.of(words);
            if (limited.isPresent()) {
                words = limited.get().state();
                groups = List.of(limited.get().group());
            }
            String itself = itself(TWICE.matcher(words).replaceFirst("to "));
            Optional<RiskName> name =
                    RiskName.of(ofOrgan(itself, text, phrase.start())).filter(n -> !product.isNamed(n.text()));
            if (name.isPresent()) {
                boolean shared = limited.isPresent() || name.get().kind() == RiskKind.CONDITION;
                groups = shared ? groups : List.of();
                names.add(new NamedRisk(name.get(), phrase, groups));
            }
        }
        return names;
    }

    /** Takes note of a statement that has been read: what the next ones leave out, it may have named. */
    void passed(String text) {
        passed.add(text);
    }

    /** "severe impairment" with the organ that the text named last before it. */
    private String ofOrgan(String words, String text, int start) {
        if (!Organ.isMissing(words)) {
            return words;
        }
        Optional<String> organ = Organ.lastNamed(text, start);
        for (int i = passed.size() - 1; i >= 0 && organ.isEmpty(); i--) {
            organ = Organ.lastNamed(passed.get(i), passed.get(i).length());
        }
        return organ.map(o -> Organ.completed(words, o)).orElse(words);
    }

    /** "allergic to it": the drug's name for the pronoun, where the text is about one drug. */
    private String itself(String words) {
        if (product.ingredients().size() != 1) {
            return words;
        }
        return PRONOUN.matcher(words)
                .replaceFirst("to "
                        + Matcher.quoteReplacement(product.ingredients().get(0).name()));
    }
}
