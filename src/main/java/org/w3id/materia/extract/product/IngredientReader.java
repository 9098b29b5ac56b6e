package org.w3id.materia.extract.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SectionKind;

/**
 * The ingredients that a title names: {@code A + B/synonym + C (remark)} → a, b, c. A slash parts two ingredients only where both end
 * in the same word ("factor VIII factor/von Willebrand factor"); else it gives a synonym.
 */
public final class IngredientReader {
    private static final Pattern PART = Pattern.compile("[^+;]+");
    private static final Pattern BRACKETS = Pattern.compile("\\s*(?:\\([^)]*\\)?|\\[[^\\]]*\\]?)");
    private static final Pattern GLUED_ABBREVIATION = Pattern.compile("(?<=\\p{Ll}{3})\\p{Lu}{2,}$");
    private static final Pattern INCLUDING =
            Pattern.compile("\\s+(?:including|containing)\\s.*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern EDGES = Pattern.compile("^[\\s,.*\"'’-]+|[\\s,*\"'’-]+$");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private IngredientReader() {}

    /** The ingredients, each once, in the title's order. */
    public static List<Ingredient> read(Monograph monograph) {
        String source = monograph.source().text();
        List<Ingredient> ingredients = new ArrayList<>();
        int from = Math.max(0, source.indexOf(monograph.title()));
        Matcher parts = PART.matcher(monograph.title());
        while (parts.find()) {
            for (String words : alternatives(parts.group())) {
                String name = name(words);
                boolean known = ingredients.stream().anyMatch(i -> i.name().equals(name));
                if (!name.isEmpty() && !known) {
                    SourceSpan span = place(source, words.strip(), from);
                    ingredients.add(new Ingredient(name, Evidence.of(source, span, SectionKind.OTHER)));
                }
            }
        }
        return ingredients;
    }

    private static List<String> alternatives(String part) {
        String plain = BRACKETS.matcher(part).replaceAll("");
        int slash = plain.indexOf('/');
        if (slash <= 0) {
            return List.of(plain);
        }
        String first = plain.substring(0, slash);
        String second = plain.substring(slash + 1);
        boolean kin = first.strip().indexOf(' ') > 0 && lastWord(first).equals(lastWord(second));
        return kin ? List.of(first, second) : List.of(first);
    }

    private static String lastWord(String words) {
        String stripped = words.strip();
        return stripped.substring(stripped.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private static String name(String words) {
        String plain = INCLUDING.matcher(words).replaceAll("");
        plain = GLUED_ABBREVIATION.matcher(plain.strip()).replaceAll("");
        plain = EDGES.matcher(plain).replaceAll("");
        return SPACES.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** Where the title has the words; the first line where it has them in another form (escapes of YAML). */
    private static SourceSpan place(String source, String words, int from) {
        int start = source.indexOf(words, from);
        if (start < 0) {
            int line = source.indexOf('\n');
            return new SourceSpan(0, line < 0 ? source.length() : line);
        }
        return new SourceSpan(start, start + words.length());
    }
}
