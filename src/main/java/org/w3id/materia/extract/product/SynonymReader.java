package org.w3id.materia.extract.product;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SectionKind;

/** Other names of a drug with one ingredient: behind a slash or in brackets in its title, and in the section "Generic Name". */
public final class SynonymReader {
    private static final Pattern IN_TITLE = Pattern.compile("/\\s*([^+/(\\[]+)|[(\\[]([^)\\]]+)[)\\]]");
    private static final Pattern BRACKETS = Pattern.compile("\\s*[(\\[]([^)\\]]+)[)\\]]");
    private static final Pattern NO_NAME = Pattern.compile(
            ".*(?:[.:;?!]|\\b(?:is|are|was|the|this|note|combination|combined|component|components|product"
                    + "|used|which|with|and|or|oral|topical|systemic|ophthalmic|otic|nasal|inhaled|inhalation"
                    + "|intranasal|buccal|conventional|liposomal|human|injection|derived|various|including"
                    + "|discontinued|unavailable|brand|brands|generic|name|names|live|recombinant|bovine|porcine"
                    + "|plasma)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ALSO = Pattern.compile(
            "^(?:also )?(?:known|called|named|spelled|referred to) as\\s+|^or\\s+|^formerly\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 60;

    private SynonymReader() {}

    /** The names, each once, in the text's own writing; none that is an ingredient's. */
    public static List<String> read(Monograph monograph, List<Statement> statements, List<Ingredient> ingredients) {
        if (ingredients.size() != 1) {
            // What stands in brackets in a combination's title is another name of one ingredient, not of the product.
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        Matcher title = IN_TITLE.matcher(monograph.title());
        while (title.find()) {
            add(names, title.group(1) == null ? title.group(2) : title.group(1), ingredients);
        }
        statements.stream()
                .filter(s -> s.section().kind() == SectionKind.GENERIC_NAME && s.role() == Role.SENTENCE)
                .limit(1)
                .map(s -> s.text().text())
                .filter(t -> t.length() <= LONGEST && t.indexOf('+') < 0)
                .forEach(t -> {
                    add(names, BRACKETS.matcher(t).replaceAll(""), ingredients);
                    Matcher bracket = BRACKETS.matcher(t);
                    while (bracket.find()) {
                        add(names, bracket.group(1), ingredients);
                    }
                });
        return List.copyOf(names);
    }

    private static void add(Set<String> names, String words, List<Ingredient> ingredients) {
        String name = ALSO.matcher(words.strip()).replaceFirst("");
        String lower = name.toLowerCase(Locale.ROOT);
        boolean named = ingredients.stream().anyMatch(i -> i.name().equals(lower));
        boolean known = names.stream().anyMatch(n -> n.equalsIgnoreCase(name));
        if (name.length() > 1 && !named && !known && !NO_NAME.matcher(name).matches()) {
            names.add(name);
        }
    }
}
