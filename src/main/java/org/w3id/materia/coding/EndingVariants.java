package org.w3id.materia.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Other names of a condition by the general noun that it ends in: a skin condition is a skin disease, a viral infection a
 * viral infectious disease, and breast cancer a malignant tumor of the breast. The nouns of one group stand for each other at the end of a name, and nowhere else.
 */
final class EndingVariants {
    private static final List<List<String>> GROUPS = List.of(
            List.of("disease", "disorder", "illness", "condition"),
            List.of("infection", "infectious disease"),
            List.of("cancer", "malignant neoplasm", "malignant tumor"));

    /** Each ending with the endings that may stand in its place. */
    private static final Map<String, List<String>> REPLACEMENTS = replacements();

    private EndingVariants() {}

    /** The variants of a name in {@link NameForm}; empty where it ends otherwise or is no more than the noun. */
    static List<String> of(String form) {
        List<String> variants = new ArrayList<>();
        REPLACEMENTS.forEach((ending, others) -> {
            if (form.endsWith(" " + ending)) {
                String stem = form.substring(0, form.length() - ending.length());
                others.forEach(other -> variants.add(stem + other));
            }
        });
        return variants;
    }

    private static Map<String, List<String>> replacements() {
        Map<String, List<String>> replacements = new java.util.LinkedHashMap<>();
        for (List<String> group : GROUPS) {
            for (String ending : group) {
                replacements.put(
                        ending,
                        group.stream().filter(other -> !other.equals(ending)).toList());
            }
        }
        return replacements;
    }
}
