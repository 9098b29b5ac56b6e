package org.w3id.materia.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The search for the concepts of a drug. It is none that is named likewise: only its salt may be left out, and how it is given. A combination is
 * found by its ingredients as well.
 */
final class DrugSearch {
    private final ConceptNames names;
    private final Combinations combinations;

    DrugSearch(ConceptNames names) {
        this.names = names;
        this.combinations = new Combinations(names);
    }

    List<CodedConcept> find(String name) {
        ConceptSearch search = new ConceptSearch(names);
        search.exact(name.toLowerCase(Locale.ROOT));
        String form = DrugForm.of(name);
        search.name(form);
        search.add(Rule.SYNONYM, combinations.of(DrugForm.ingredients(name)));
        search.add(Rule.SYNONYM, oneOfManyNames(name));
        String base = DrugForm.withoutSalts(name);
        if (!base.equals(form)) {
            search.name(base, Rule.SALT);
            search.add(Rule.SALT, combinations.of(DrugForm.baseIngredients(name)));
        }
        String plain = DrugForm.withoutAdministration(name);
        if (!plain.equals(name)) {
            broader(plain, search);
        }
        return search.codings();
    }

    /** The drug's names, the given one first. */
    List<DrugName> names(String name) {
        List<DrugName> all = new ArrayList<>();
        all.add(new DrugName(name, Rule.EXACT.code()));
        named(DrugForm.of(name)).stream()
                .flatMap(c -> Stream.concat(Stream.of(c.display()), c.synonyms().stream()))
                .forEach(n -> all.add(new DrugName(n, Rule.SYNONYM.code())));
        String base = DrugForm.withoutSalts(name);
        if (!base.equals(DrugForm.of(name))) {
            all.add(new DrugName(base, Rule.SALT.code()));
        }
        return all;
    }

    private void broader(String plain, ConceptSearch search) {
        search.name(DrugForm.of(plain), Rule.BROADER);
        search.add(Rule.BROADER, combinations.of(DrugForm.ingredients(plain)));
        search.name(DrugForm.withoutSalts(plain), Rule.BROADER);
        search.add(Rule.BROADER, combinations.of(DrugForm.baseIngredients(plain)));
    }

    /** "Lidocaine (lignocaine)": the concepts that have each of the names. */
    private List<NamedConcept> oneOfManyNames(String name) {
        List<String> alternatives = DrugForm.alternatives(name);
        if (alternatives.size() < 2) {
            return List.of();
        }
        List<NamedConcept> common = new ArrayList<>(named(alternatives.get(0)));
        alternatives.forEach(a -> common.retainAll(named(a)));
        return common;
    }

    private List<NamedConcept> named(String form) {
        List<NamedConcept> named = new ArrayList<>(names.of(Rule.NORMALISED, form));
        names.of(Rule.SYNONYM, form).stream().filter(c -> !named.contains(c)).forEach(named::add);
        return named;
    }
}
