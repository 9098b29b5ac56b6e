package org.w3id.materia.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SectionKind;

/** What the monograph is about: ingredients from the title ({@code A + B + C}). */
final class ProductExtractor {
    private static final Pattern INGREDIENT = Pattern.compile("[^+]+");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^)]*\\)");

    private ProductExtractor() {}

    static Product extract(Monograph monograph, List<Statement> statements) {
        return new Product(Product.Kind.MONOGRAPH, ingredients(monograph), List.of(), List.of(), List.of(), List.of());
    }

    private static List<Ingredient> ingredients(Monograph monograph) {
        String source = monograph.source().text();
        String title = monograph.title();
        int titleStart = source.indexOf(title);
        List<Ingredient> ingredients = new ArrayList<>();
        Matcher m = INGREDIENT.matcher(title);
        while (titleStart >= 0 && m.find()) {
            String words = m.group().strip();
            String name = BRACKETS.matcher(words).replaceAll("").strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                int start = titleStart + m.start() + m.group().indexOf(words);
                SourceSpan span = new SourceSpan(start, start + words.length());
                ingredients.add(new Ingredient(name, Evidence.of(source, span, SectionKind.OTHER)));
            }
        }
        return ingredients;
    }
}
