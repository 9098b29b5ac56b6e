package org.w3id.materia.extract.indication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.indication.name.Meaning;
import org.w3id.materia.language.Brackets;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;

/** What a label in a section on usage is. */
enum LabelKind {
    /** A condition, or what is done about one: "Hypertension", "Prevention of stroke". */
    CONDITION,
    /** A part of the body, under a lead-in that speaks of infections of it. */
    SITE,
    /** An ingredient, or another name of the drug. */
    SUBSTANCE,
    /** It says something of the text behind it: "Off-label uses", "Important note". */
    REMARK;

    private static final Lexicon REMARKS = Lexicon.load("extract/indication/remark-words.txt");
    private static final Pattern LETTERS = Pattern.compile("[^a-z0-9]");
    private static final int SHORTEST_STEM = 5;

    static LabelKind of(String label, Product product) {
        String text = Brackets.without(label).toLowerCase(Locale.ROOT);
        List<String> words = Arrays.asList(text.split("[\\s/+,]+", -1));
        if (text.isEmpty()
                || text.endsWith("?")
                || REMARKS.contains(words.get(0))
                || REMARKS.contains(words.get(words.size() - 1))) {
            return REMARK;
        }
        boolean condition = Meaning.isConditionWord(words.get(words.size() - 1));
        if (!condition && namesIngredient(words, label, product)) {
            return SUBSTANCE;
        }
        boolean site = words.size() <= 2 && WordClasses.isSite(words.get(words.size() - 1));
        if (Meaning.of(text) != Meaning.CONDITION && (site || text.endsWith(" tract") || text.endsWith(" system"))) {
            return SITE;
        }
        return CONDITION;
    }

    private static boolean namesIngredient(List<String> words, String label, Product product) {
        return product.ingredientIn(label).isPresent()
                || product.ingredients().stream()
                        .anyMatch(i -> isSpelling(label, i.name()) || sharesWord(words, i.name()));
    }

    /** The one ingredient of a combination whose name a label spells in another way ("L-Methylfolate", "Zinc Sulfate"). */
    static Optional<String> ingredientOf(String label, Product product) {
        List<String> words = Arrays.asList(label.toLowerCase(Locale.ROOT).split("[\\s/+,()]+", -1));
        List<String> named = product.ingredients().stream()
                .map(Ingredient::name)
                .filter(n -> isSpelling(label, n) || sharesWord(words, n))
                .toList();
        return product.ingredients().size() > 1 && named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static boolean isSpelling(String label, String ingredient) {
        String joined = LETTERS.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("");
        String name = LETTERS.matcher(ingredient).replaceAll("");
        return name.length() >= SHORTEST_STEM
                && joined.length() >= SHORTEST_STEM
                && (joined.contains(name) || name.contains(joined));
    }

    private static boolean sharesWord(List<String> words, String ingredient) {
        for (String part : ingredient.split("[\\s/-]+", -1)) {
            for (String word : words) {
                if (word.equals(part) && part.length() > 2 || sharesStem(word, part)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two words begin alike, so that spellings and salts of one substance are one. */
    private static boolean sharesStem(String a, String b) {
        int n = 0;
        while (n < Math.min(a.length(), b.length()) && a.charAt(n) == b.charAt(n)) {
            n++;
        }
        return n >= SHORTEST_STEM && n >= Math.max(a.length(), b.length()) - SHORTEST_STEM;
    }
}
