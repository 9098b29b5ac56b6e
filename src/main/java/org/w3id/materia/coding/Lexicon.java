package org.w3id.materia.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A finder over concepts held in memory. A phrase is coded where it is a concept's preferred name ({@code exact}), that name in
 * another spelling or number ({@code normalised}), or one of its synonyms in any such form ({@code synonym}). The first of these rules that
 * finds a concept of a code system decides for that system; where it finds two, the phrase stays without its code.
 */
public final class Lexicon implements ConceptFinder {
    private static final List<String> RULES = List.of("exact", "normalised", "synonym");

    private final Map<PhraseKind, Map<String, List<CodedConcept>>> byRule;

    private Lexicon(Map<PhraseKind, Map<String, List<CodedConcept>>> byRule) {
        this.byRule = byRule;
    }

    /** A lexicon of concepts by the kinds of phrases that they may code. */
    public static Lexicon of(Map<PhraseKind, ? extends Collection<NamedConcept>> concepts) {
        Map<PhraseKind, Map<String, List<CodedConcept>>> byRule = new HashMap<>();
        concepts.forEach((kind, named) -> {
            Map<String, List<CodedConcept>> names = new HashMap<>();
            for (NamedConcept concept : named) {
                add(names, "exact", concept.display().toLowerCase(Locale.ROOT), concept);
                add(names, "normalised", NameForm.of(concept.display()), concept);
                concept.synonyms().forEach(s -> add(names, "synonym", NameForm.of(s), concept));
            }
            byRule.put(kind, names);
        });
        return new Lexicon(byRule);
    }

    @Override
    public List<CodedConcept> find(PhraseKind kind, String phrase) {
        Map<String, List<CodedConcept>> names = byRule.getOrDefault(kind, Map.of());
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, CodedConcept> bySystem = new LinkedHashMap<>();
        Collection<String> doubtful = new ArrayList<>();
        String normalised = NameForm.of(phrase);
        for (String rule : RULES) {
            String form = rule.equals("exact") ? phrase.toLowerCase(Locale.ROOT) : normalised;
            Map<String, List<CodedConcept>> found = new LinkedHashMap<>();
            for (CodedConcept c : names.getOrDefault(rule + "|" + form, List.of())) {
                found.computeIfAbsent(c.key().system(), s -> new ArrayList<>()).add(c);
            }
            found.forEach((system, candidates) -> {
                if (!bySystem.containsKey(system) && !doubtful.contains(system)) {
                    if (candidates.stream().map(CodedConcept::key).distinct().count() == 1) {
                        bySystem.put(system, candidates.get(0));
                    } else {
                        doubtful.add(system);
                    }
                }
            });
        }
        return List.copyOf(bySystem.values());
    }

    private static void add(Map<String, List<CodedConcept>> names, String rule, String form, NamedConcept concept) {
        names.computeIfAbsent(rule + "|" + form, f -> new ArrayList<>())
                .add(new CodedConcept(concept.key(), concept.display(), rule));
    }
}
