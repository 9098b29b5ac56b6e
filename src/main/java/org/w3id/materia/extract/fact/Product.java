package org.w3id.materia.extract.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.extract.outline.Statement;

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

    /**
     * The one ingredient of a combination that a statement is about: named by its section's topic or by a label or heading
     * that it stands under. Empty for a drug with one ingredient, and where none or several are named.
     */
    public Optional<String> ingredientNamed(Statement statement) {
        if (ingredients.size() < 2) {
            return Optional.empty();
        }
        for (int i = statement.governors().size() - 1; i >= 0; i--) {
            Statement.Governor governor = statement.governors().get(i);
            if (governor.role() != Statement.Role.LEAD_IN) {
                Optional<String> named = onlyIngredientIn(governor.text().text());
                if (named.isPresent()) {
                    return named;
                }
            }
        }
        return statement.section().topic().flatMap(this::onlyIngredientIn);
    }

    /** The one ingredient of a combination that {@code words} name; empty for a drug with one, and where none or several are named. */
    public Optional<String> ingredientIn(String words) {
        return ingredients.size() < 2 ? Optional.empty() : onlyIngredientIn(words);
    }

    /** Whether {@code words} are an ingredient's name and nothing else. */
    public boolean isNamed(String words) {
        return ingredients.stream().anyMatch(i -> i.name().equals(words.toLowerCase(Locale.ROOT)));
    }

    private Optional<String> onlyIngredientIn(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        List<String> named = ingredients.stream()
                .map(Ingredient::name)
                .filter(lower::contains)
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
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
