package org.w3id.materia.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.Route;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.product.ClassReader;
import org.w3id.materia.extract.product.IngredientReader;
import org.w3id.materia.extract.product.KindReader;
import org.w3id.materia.extract.product.NamedPlaces;
import org.w3id.materia.extract.product.SynonymReader;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.monograph.Monograph;

/** What the monograph is about. */
final class ProductExtractor {
    private static final Lexicon ROUTES = Lexicon.load("extract/product/routes.txt");
    private static final Lexicon DOSE_FORMS = Lexicon.load("extract/product/dose-forms.txt");
    private static final Map<String, Route> BY_CODE =
            Arrays.stream(Route.values()).collect(Collectors.toUnmodifiableMap(Route::code, Function.identity()));

    private ProductExtractor() {}

    static Product extract(Monograph monograph, List<Statement> statements) {
        String source = monograph.source().text();
        List<Ingredient> ingredients = IngredientReader.read(monograph);
        NamedPlaces places = new NamedPlaces(source, statements);
        return new Product(
                KindReader.read(statements, ingredients),
                ingredients,
                SynonymReader.read(monograph, statements, ingredients),
                places.of(ROUTES).stream()
                        .map(s -> new Product.Stated<>(BY_CODE.get(s.value()), s.evidence()))
                        .toList(),
                places.of(DOSE_FORMS),
                ClassReader.read(source, statements, ingredients));
    }
}
