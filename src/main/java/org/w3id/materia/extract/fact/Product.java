package org.w3id.materia.extract.fact;

import java.util.List;
import org.w3id.materia.extract.outline.Evidence;

/**
 * What the monograph is about.
 *
 * @param kind whether the text describes a product at all
 * @param ingredients active ingredients in the order of the title
 * @param synonyms other names that the text gives for the drug
 * @param routes routes that the text names for its administration, each once, in order of appearance
 * @param doseForms dose forms that the text names ("tablet", "eye drops"), lower case, singular, each once
 * @param classes what the text calls the drug ("monoclonal antibody", "calcium channel blocker"), lower case
 */
public record Product(
        Kind kind,
        List<Ingredient> ingredients,
        List<String> synonyms,
        List<Stated<Route>> routes,
        List<Stated<String>> doseForms,
        List<Stated<String>> classes) {
    public Product {
        ingredients = List.copyOf(ingredients);
        synonyms = List.copyOf(synonyms);
        routes = List.copyOf(routes);
        doseForms = List.copyOf(doseForms);
        classes = List.copyOf(classes);
    }

    /** A value with the place that states it. */
    public record Stated<T>(T value, Evidence evidence) {}

    /** Whether a monograph describes a product. */
    public enum Kind {
        /** A medicine. */
        MONOGRAPH("monograph"),
        /** The ingredients apart, because the combination is no real product. */
        COMPONENT("component"),
        /** A text that says that it cannot describe the product; never served as a medicine. */
        REFUSAL("refusal");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
