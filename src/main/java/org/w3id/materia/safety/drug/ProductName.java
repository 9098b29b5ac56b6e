package org.w3id.materia.safety.drug;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of the ingredients in the name of a product, as RxNorm and prescribers write it: {@code 12 HR Guaifenesin 600 MG /
 * Pseudoephedrine 60 MG Extended Release Oral Tablet [Brand]} (RxNorm Technical Documentation, "normalized names").
 */
final class ProductName {
    private static final Pattern BRAND = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern LEADING_AMOUNT =
            Pattern.compile("^(?:\\d+(?:[.,]\\d+)?\\s*(?:HR|ML|MG|ACTUAT|\\s)*\\s+)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_INGREDIENTS = Pattern.compile("\\s+/\\s+|\\s*\\+\\s*");
    private static final Pattern AMOUNT = Pattern.compile("\\s+\\d");
    private static final Set<String> FORMS = Set.of(
            "tablet",
            "tablets",
            "capsule",
            "capsules",
            "oral",
            "injection",
            "injectable",
            "solution",
            "suspension",
            "cream",
            "ointment",
            "gel",
            "inhaler",
            "patch",
            "spray",
            "drops",
            "syrup",
            "powder",
            "suppository",
            "topical",
            "product",
            "pill",
            "extended",
            "release",
            "delayed",
            "film",
            "coated",
            "chewable",
            "po",
            "iv",
            "tab",
            "cap");

    private ProductName() {}

    /** The ingredients' names; the whole where nothing can be left out. */
    static List<String> ingredients(String product) {
        String name = LEADING_AMOUNT
                .matcher(BRAND.matcher(product).replaceAll(" ").strip())
                .replaceFirst("");
        return Arrays.stream(BETWEEN_INGREDIENTS.split(name))
                .map(ProductName::ingredient)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String ingredient(String part) {
        String[] words = AMOUNT.split(part, 2)[0].strip().split("\\s+");
        int end = words.length;
        while (end > 1 && FORMS.contains(words[end - 1].toLowerCase(Locale.ROOT))) {
            end--;
        }
        return String.join(" ", Arrays.asList(words).subList(0, end));
    }
}
