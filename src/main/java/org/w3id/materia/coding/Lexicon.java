package org.w3id.materia.coding;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3id.materia.model.ConceptKey;

/**
 * A finder over concepts held in memory. A phrase is coded where it is a concept's preferred name ({@code exact}), that name in
 * another spelling, number or order of words ({@code normalised}), one of its synonyms in any such form ({@code synonym}), or either with another
 * general noun at its end ({@code variant}). The first of these rules that finds a concept of a code system decides for that
 * system; where it finds two, the phrase stays without its code. Where no rule finds anything, the nearest concept that the phrase
 * is a kind of is taken ({@code broader}). A drug is coded by its name in these ways but the last two, by that of the substance of which
 * it is a salt ({@code salt}), or without the words that say how it is given ({@code broader}); a combination also by the names of its
 * ingredients. A concept found brings those that its publisher equates with it.
 */
public final class Lexicon implements ConceptFinder {
    /** In a text: other than those named before. In a classification: other than those that have a code. Not the same. */
    private static final String REST = "other ";

    private final Map<PhraseKind, Names> byKind;
    private final Optional<Combinations> combinations;

    private Lexicon(Map<PhraseKind, Names> byKind) {
        this.byKind = byKind;
        combinations = Optional.ofNullable(byKind.get(PhraseKind.DRUG)).map(Combinations::new);
    }

    /**
     * A lexicon of concepts by the kinds of phrases that they may code. Of a concept that stands there twice, the first
     * preferred name counts and the synonyms of both.
     */
    public static Lexicon of(Map<PhraseKind, ? extends Collection<NamedConcept>> concepts) {
        IdentityHashMap<Collection<NamedConcept>, Names> indexed = new IdentityHashMap<>();
        Map<PhraseKind, Names> byKind = new HashMap<>();
        concepts.forEach((kind, named) -> byKind.put(
                kind,
                kind == PhraseKind.DRUG
                        ? new Names(named, name -> Set.of(DrugForm.of(name)))
                        : indexed.computeIfAbsent(named, n -> new Names(n, Lexicon::forms))));
        return new Lexicon(byKind);
    }

    private static Set<String> forms(String name) {
        String form = NameForm.of(name);
        return Set.of(form, NameForm.unordered(form));
    }

    @Override
    public List<CodedConcept> find(PhraseKind kind, String phrase) {
        Names names = byKind.get(kind);
        if (names == null) {
            return List.of();
        }
        Search search = new Search(names);
        if (kind == PhraseKind.DRUG) {
            combinations.ifPresent(c -> search.drug(phrase, c));
            return search.codings();
        }
        String form = NameForm.of(phrase);
        if (!form.startsWith(REST)) {
            search.add(Rule.EXACT, names.of(Rule.EXACT, phrase.toLowerCase(Locale.ROOT)));
            search.name(form, false);
            NameVariants.of(form).forEach(variant -> search.variant(variant, Rule.VARIANT));
        }
        if (search.isOpen()) {
            for (String broader : BroaderNames.of(form)) {
                search.broader(broader);
                if (!search.isOpen()) {
                    break;
                }
            }
        }
        return search.codings();
    }

    /** What has been found for one phrase. */
    private static final class Search {
        private final Names names;
        private final Map<String, CodedConcept> bySystem = new LinkedHashMap<>();
        private final Map<String, CodedConcept> referred = new LinkedHashMap<>();
        private final Set<String> doubtful = new HashSet<>();

        Search(Names names) {
            this.names = names;
        }

        /** Nothing found, and nothing that would be ambiguous. */
        boolean isOpen() {
            return bySystem.isEmpty() && doubtful.isEmpty();
        }

        /** A drug is none that is named likewise: only its salt may be left out, and how it is given. */
        void drug(String name, Combinations combinations) {
            add(Rule.EXACT, names.of(Rule.EXACT, name.toLowerCase(Locale.ROOT)));
            String form = DrugForm.of(name);
            for (Rule rule : List.of(Rule.NORMALISED, Rule.SYNONYM)) {
                add(rule, names.of(rule, form));
            }
            add(Rule.SYNONYM, combinations.of(DrugForm.ingredients(name)));
            String base = DrugForm.withoutSalts(name);
            if (!base.equals(form)) {
                saysLess(Rule.SALT, base);
                add(Rule.SALT, combinations.of(DrugForm.baseIngredients(name)));
            }
            String plain = DrugForm.withoutAdministration(name);
            if (!plain.equals(name)) {
                saysLess(Rule.BROADER, DrugForm.of(plain));
                add(Rule.BROADER, combinations.of(DrugForm.ingredients(plain)));
                saysLess(Rule.BROADER, DrugForm.withoutSalts(plain));
                add(Rule.BROADER, combinations.of(DrugForm.baseIngredients(plain)));
            }
        }

        private void saysLess(Rule reason, String form) {
            for (Rule rule : List.of(Rule.NORMALISED, Rule.SYNONYM)) {
                add(reason, names.of(rule, form));
            }
        }

        void name(String form, boolean asBroader) {
            String unordered = NameForm.unordered(form);
            for (Rule rule : List.of(Rule.NORMALISED, Rule.SYNONYM)) {
                Rule reason = asBroader ? Rule.BROADER : rule;
                add(reason, names.of(rule, form));
                add(reason, names.of(rule, unordered));
            }
        }

        void variant(String form, Rule reason) {
            for (Rule rule : List.of(Rule.NORMALISED, Rule.SYNONYM)) {
                add(reason, names.of(rule, form));
                add(reason, names.of(rule, NameForm.unordered(form)));
            }
        }

        void broader(String form) {
            name(form, true);
            NameVariants.of(form).forEach(variant -> variant(variant, Rule.BROADER));
        }

        void add(Rule rule, List<NamedConcept> concepts) {
            Map<String, List<NamedConcept>> found = concepts.stream()
                    .collect(Collectors.groupingBy(c -> c.key().system(), LinkedHashMap::new, Collectors.toList()));
            found.forEach((system, candidates) -> {
                if (bySystem.containsKey(system) || doubtful.contains(system)) {
                    return;
                }
                if (candidates.size() > 1) {
                    doubtful.add(system);
                    return;
                }
                NamedConcept concept = candidates.get(0);
                bySystem.put(system, new CodedConcept(concept.key(), Optional.of(concept.display()), rule.code()));
                for (ConceptKey other : concept.crossReferences()) {
                    referred.putIfAbsent(
                            other.system(), new CodedConcept(other, names.display(other), rule.crossReference()));
                }
            });
        }

        /** The concepts found by name, then those that they refer to in systems where no name was found. */
        List<CodedConcept> codings() {
            Map<String, CodedConcept> all = new LinkedHashMap<>(bySystem);
            referred.forEach((system, concept) -> {
                if (!doubtful.contains(system)) {
                    all.putIfAbsent(system, concept);
                }
            });
            return List.copyOf(all.values());
        }
    }
}
