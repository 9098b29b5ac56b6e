package org.w3id.materia.coding;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A finder over concepts held in memory. A phrase is coded where it is a concept's preferred name ({@code exact}), that name in
 * another spelling, number or order of words ({@code normalised}), one of its synonyms in any such form ({@code synonym}), or either with another
 * general noun at its end ({@code variant}). The first of these rules that finds a concept of a code system decides for that
 * system; where it finds two, the phrase stays without its code. Where no rule finds anything, the nearest concept that the phrase
 * is a kind of is taken ({@code broader}). A concept found brings those of other code systems that have the same preferred name ({@code
 * shared-name}). A drug is coded by its name in these ways but the last two, by that of the substance of which
 * it is a salt ({@code salt}), or without the words that say how it is given ({@code broader}); a combination also by the names of its
 * ingredients. A concept found brings those that its publisher equates with it.
 */
public final class ConceptLexicon implements ConceptFinder {
    /** In a text: other than those named before. In a classification: other than those that have a code. Not the same. */
    private static final String REST = "other ";

    private final Map<PhraseKind, ConceptNames> byKind;
    private final Optional<DrugSearch> drugs;

    private ConceptLexicon(Map<PhraseKind, ConceptNames> byKind) {
        this.byKind = byKind;
        drugs = Optional.ofNullable(byKind.get(PhraseKind.DRUG)).map(DrugSearch::new);
    }

    /**
     * A lexicon of concepts by the kinds of phrases that they may code. Of a concept that stands there twice, the first
     * preferred name counts and the synonyms of both.
     */
    public static ConceptLexicon of(Map<PhraseKind, ? extends Collection<NamedConcept>> concepts) {
        IdentityHashMap<Collection<NamedConcept>, ConceptNames> indexed = new IdentityHashMap<>();
        Map<PhraseKind, ConceptNames> byKind = new HashMap<>();
        concepts.forEach((kind, named) -> byKind.put(
                kind,
                kind == PhraseKind.DRUG
                        ? new ConceptNames(named, name -> Set.of(DrugForm.of(name)))
                        : indexed.computeIfAbsent(named, n -> new ConceptNames(n, ConceptLexicon::forms))));
        return new ConceptLexicon(byKind);
    }

    private static Set<String> forms(String name) {
        String form = NameForm.of(name);
        return Set.of(form, NameForm.unordered(form));
    }

    @Override
    public List<CodedConcept> find(PhraseKind kind, String phrase) {
        if (kind == PhraseKind.DRUG) {
            return drugs.map(d -> d.find(phrase)).orElse(List.of());
        }
        ConceptNames names = byKind.get(kind);
        return names == null ? List.of() : condition(names, phrase);
    }

    @Override
    public List<DrugName> drugNames(String phrase) {
        return drugs.map(d -> d.names(phrase)).orElseGet(() -> ConceptFinder.super.drugNames(phrase));
    }

    private static List<CodedConcept> condition(ConceptNames names, String phrase) {
        ConceptSearch search = new ConceptSearch(names);
        String form = NameForm.of(phrase);
        if (!form.startsWith(REST)) {
            search.exact(phrase.toLowerCase(Locale.ROOT));
            named(form, search);
        }
        if (search.isOpen()) {
            for (String broader : BroaderNames.of(form)) {
                broader(broader, search);
                if (!search.isOpen()) {
                    break;
                }
            }
        }
        search.dropDisputed();
        search.sharedNames();
        return search.codings();
    }

    private static void named(String form, ConceptSearch search) {
        search.name(form);
        search.name(NameForm.unordered(form));
        for (String variant : EndingVariants.of(form)) {
            search.name(variant, Rule.VARIANT);
            search.name(NameForm.unordered(variant), Rule.VARIANT);
        }
    }

    private static void broader(String form, ConceptSearch search) {
        search.name(form, Rule.BROADER);
        search.name(NameForm.unordered(form), Rule.BROADER);
        for (String variant : EndingVariants.of(form)) {
            search.name(variant, Rule.BROADER);
            search.name(NameForm.unordered(variant), Rule.BROADER);
        }
    }
}
