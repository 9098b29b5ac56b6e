package org.w3id.materia.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3id.materia.model.ConceptKey;

/**
 * What is found for one phrase, rule by rule: for each code system the concepts of the first rule that finds any. Where these are two, the system
 * is in doubt, and no later rule decides for it.
 */
final class ConceptSearch {
    private record Match(NamedConcept concept, Rule rule) {}

    private final ConceptNames names;
    private final Map<String, Match> bySystem = new LinkedHashMap<>();
    private final Set<String> doubtful = new HashSet<>();

    ConceptSearch(ConceptNames names) {
        this.names = names;
    }

    /** Nothing found, and nothing that would be ambiguous. */
    boolean isOpen() {
        return bySystem.isEmpty() && doubtful.isEmpty();
    }

    /** The concepts whose preferred name is the phrase to the letter. */
    void exact(String lowerCase) {
        add(Rule.EXACT, names.of(Rule.EXACT, lowerCase));
    }

    /** The concepts that a form names: first by their preferred name, then by a synonym. */
    void name(String form) {
        add(Rule.NORMALISED, names.of(Rule.NORMALISED, form));
        add(Rule.SYNONYM, names.of(Rule.SYNONYM, form));
    }

    /** The same, with the reason that led to the form. */
    void name(String form, Rule reason) {
        add(reason, names.of(Rule.NORMALISED, form));
        add(reason, names.of(Rule.SYNONYM, form));
    }

    void add(Rule rule, Collection<NamedConcept> concepts) {
        Map<String, List<NamedConcept>> found = concepts.stream()
                .collect(Collectors.groupingBy(c -> c.key().system(), LinkedHashMap::new, Collectors.toList()));
        found.forEach((system, candidates) -> {
            if (bySystem.containsKey(system) || doubtful.contains(system)) {
                return;
            }
            if (candidates.size() > 1) {
                doubtful.add(system);
            } else {
                bySystem.put(system, new Match(candidates.get(0), rule));
            }
        });
    }

    /**
     * Leaves out a synonym that another code system holds to be something else: "lower respiratory tract infection" is no bronchitis
     * where a system has both as concepts of their own.
     */
    void dropDisputed() {
        List<NamedConcept> named = bySystem.values().stream()
                .filter(m -> m.rule() == Rule.EXACT || m.rule() == Rule.NORMALISED)
                .map(Match::concept)
                .toList();
        bySystem.values()
                .removeIf(m ->
                        m.rule() == Rule.SYNONYM && named.stream().anyMatch(other -> isHeldApart(m.concept(), other)));
    }

    private boolean isHeldApart(NamedConcept synonym, NamedConcept other) {
        return namesakes(synonym).stream()
                .anyMatch(c -> c.key().system().equals(other.key().system())
                        && !c.key().equals(other.key()));
    }

    /** Adds what the other code systems call by the preferred name of a concept that was found. */
    void sharedNames() {
        for (Match match : List.copyOf(bySystem.values())) {
            add(match.rule() == Rule.BROADER ? Rule.BROADER : Rule.SHARED_NAME, namesakes(match.concept()));
        }
    }

    private List<NamedConcept> namesakes(NamedConcept concept) {
        return names.of(Rule.NORMALISED, NameForm.of(concept.display()));
    }

    /** The concepts found by name, then those that they refer to in systems where no name was found. */
    List<CodedConcept> codings() {
        Map<String, CodedConcept> all = new LinkedHashMap<>();
        bySystem.forEach((system, m) -> all.put(
                system,
                new CodedConcept(
                        m.concept().key(),
                        Optional.of(m.concept().display()),
                        m.rule().code())));
        for (Match match : bySystem.values()) {
            for (ConceptKey other : match.concept().crossReferences()) {
                if (!doubtful.contains(other.system())) {
                    all.putIfAbsent(
                            other.system(),
                            new CodedConcept(
                                    other, names.display(other), match.rule().crossReference()));
                }
            }
        }
        return new ArrayList<>(all.values());
    }
}
