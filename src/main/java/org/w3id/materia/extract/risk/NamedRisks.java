package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Product;
import org.w3id.materia.extract.phrase.NounPhrases;
import org.w3id.materia.extract.phrase.Phrase;

/** Reads the names of risks from ranges of a text about one product. */
final class NamedRisks {
    private static final Pattern PRONOUN = Pattern.compile("\\bto (?:it|this drug itself)$");
    private static final Pattern TWICE = Pattern.compile("\\bto to ");
    private static final Pattern TWO_WORDS = Pattern.compile(
            "(?i)\\b(hypersensitivity|allergy|allergies|sensitivity)(?: or | and |/)(?:an )?(hypersensitivity|allergy|allergies|sensitivity|intolerance) to\\b");

    private final Product product;

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
        for (Phrase phrase : NounPhrases.of(text, start, end)) {
            String words = phrase.text();
            if (both) {
                String second = twoWords.group(2).toLowerCase(Locale.ROOT) + " to ";
                words = words.replace(second, twoWords.group(1).toLowerCase(Locale.ROOT) + " to ");
            }
            RiskName.of(itself(TWICE.matcher(words).replaceFirst("to ")))
                    .filter(n -> !product.isNamed(n.text()))
                    .ifPresent(n -> names.add(new NamedRisk(n, phrase)));
        }
        return names;
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
