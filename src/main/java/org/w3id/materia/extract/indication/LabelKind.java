package org.w3id.materia.extract.indication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Ingredient;
import org.w3id.materia.extract.Product;
import org.w3id.materia.extract.phrase.Lexicon;
import org.w3id.materia.extract.phrase.WordClasses;

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

    private static final Lexicon REMARKS = Lexicon.load("indication/remark-words.txt");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern LETTERS = Pattern.compile("[^a-z0-9]");
    private static final int SHORTEST_STEM = 5;

    static LabelKind of(String label, Product product) {
        String text = BRACKETS.matcher(label).replaceAll("").strip().toLowerCase(Locale.ROOT);
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
        if (words.size() <= 2 && WordClasses.isSite(words.get(words.size() - 1)) || text.endsWith(" tract")) {
            return SITE;
        }
        return CONDITION;
    }

    private static boolean namesIngredient(List<String> words, String label, Product product) {
        if (product.ingredientIn(label).isPresent()) {
            return true;
        }
        String joined = LETTERS.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("");
        for (Ingredient ingredient : product.ingredients()) {
            String name = LETTERS.matcher(ingredient.name()).replaceAll("");
            if (name.length() >= SHORTEST_STEM
                    && (joined.contains(name) || joined.length() >= SHORTEST_STEM && name.contains(joined))) {
                return true;
            }
            for (String part : ingredient.name().split("[\\s/-]+", -1)) {
                for (String word : words) {
                    if (word.equals(part) && part.length() > 2 || sharesStem(word, part)) {
                        return true;
                    }
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
