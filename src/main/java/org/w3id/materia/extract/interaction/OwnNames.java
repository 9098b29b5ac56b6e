package org.w3id.materia.extract.interaction;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.NormalForm;

/** Tells whether words name the medicine that a monograph is about, under any of its names, by its class, or by what refers back to it. */
final class OwnNames {
    private static final Pattern HYPHEN = Pattern.compile("-");
    private static final Pattern JOINTS = Pattern.compile("[\\s-]+");
    private static final int ENDS = 4;
    private static final String ARTICLE = "the ";

    private final Product product;
    private final List<String> ingredients;
    private final Set<String> abbreviations = new HashSet<>();

    OwnNames(String source, Product product) {
        this.product = product;
        this.ingredients = product.ingredients().stream().map(Ingredient::name).toList();
        for (String name :
                Stream.concat(ingredients.stream(), product.synonyms().stream()).toList()) {
            Matcher bracket = Pattern.compile(
                            "(?i:" + Pattern.quote(name) + ")\\s*\\(([^()\\s]*\\p{Lu}[^()\\s]*\\p{Lu}[^()\\s]*)\\)")
                    .matcher(source);
            while (bracket.find()) {
                abbreviations.add(bracket.group(1).toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Whether an agent's name is one of the medicine itself. */
    boolean has(String name) {
        return product.isNamed(name)
                || abbreviations.contains(name)
                || product.synonyms().stream().anyMatch(s -> s.equalsIgnoreCase(name))
                || ingredients.stream().anyMatch(i -> name.contains(i) || holds(i, name) || isMisspelt(name, i));
    }

    /** "avoid alcohol while taking antibiotics" of an antibiotic: its class, and not another drug of it. */
    boolean isClass(String text, Agent agent) {
        return classes().anyMatch(c -> c.equalsIgnoreCase(agent.name()))
                && !text.regionMatches(true, agent.start(), "other", 0, "other".length());
    }

    /** "the antibiotic", "the rabies vaccine" of a text on one: in the singular with its article it is what the text has named before. */
    boolean isReference(String text, Agent agent) {
        String words = text.substring(agent.start(), agent.end()).toLowerCase(Locale.ROOT);
        String noun = words.startsWith(ARTICLE) ? words.substring(ARTICLE.length()) : words;
        boolean article = words.startsWith(ARTICLE)
                || text.regionMatches(true, agent.start() - ARTICLE.length(), ARTICLE, 0, ARTICLE.length());
        String head = noun.substring(noun.lastIndexOf(' ') + 1);
        return article
                && noun.equals(agent.name())
                && (head.equals(noun) && NameBook.get().is(noun, NameKind.DRUG_CLASS)
                        || classes().anyMatch(head::equals));
    }

    private Stream<String> classes() {
        return product.classes().stream().map(c -> AgentWords.singular(c.value()));
    }

    /** Whether a name is the ingredient's but for a letter or two in its middle. */
    private static boolean isMisspelt(String name, String ingredient) {
        return name.length() > 2 * ENDS
                && ingredient.length() > 2 * ENDS
                && Math.abs(name.length() - ingredient.length()) < 2
                && name.startsWith(ingredient.substring(0, ENDS))
                && name.endsWith(ingredient.substring(ingredient.length() - ENDS));
    }

    /** Whether whole words of an ingredient's name are the name: not "tetrabenazine" in "deutetrabenazine". */
    private static boolean holds(String ingredient, String name) {
        return singulars(ingredient).contains(singulars(name))
                || JOINTS.matcher(name)
                        .replaceAll("")
                        .startsWith(JOINTS.matcher(ingredient).replaceAll(""));
    }

    private static String singulars(String name) {
        return Stream.of(HYPHEN.matcher(name).replaceAll(" ").split(" ", -1))
                .map(NormalForm::singular)
                .collect(Collectors.joining(" ", " ", " "));
    }
}
