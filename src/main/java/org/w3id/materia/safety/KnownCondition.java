package org.w3id.materia.safety;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.coding.CodedConcept;
import org.w3id.materia.coding.ConceptFinder;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.safety.drug.KnownNames;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.drug.Matched;
import org.w3id.materia.safety.drug.Term;
import org.w3id.materia.safety.stated.StatedTerm;

/** A condition of the patient, with the codes that it has and those that its words are coded with. */
final class KnownCondition {
    private final Term term;
    private final Map<ConceptKey, Match> keys = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final TerminologyHierarchy hierarchy;
    private final boolean isKnown;

    KnownCondition(Term term, ConceptFinder finder, KnownNames known, TerminologyHierarchy hierarchy) {
        this.term = term;
        this.hierarchy = hierarchy;
        term.keys().forEach(key -> keys.put(key, Match.SAME_CODE));
        Set<String> called = new HashSet<>(term.names());
        boolean isKnownByCode = false;
        for (ConceptKey key : term.keys()) {
            Optional<String> display = hierarchy.display(key);
            isKnownByCode |= hierarchy.isInKnownCategory(key) || display.isPresent();
            display.ifPresent(called::add);
        }
        boolean isKnownByName = false;
        for (String name : called) {
            names.add(NormalForm.of(name));
            List<CodedConcept> concepts = known.condition(name, finder);
            concepts.forEach(concept -> keys.putIfAbsent(concept.key(), Match.TEXT));
            isKnownByName |= !concepts.isEmpty();
        }
        isKnown = isKnownByCode || isKnownByName;
    }

    Term term() {
        return term;
    }

    /** Its codes, and those of the categories that a code of the International Classification of Diseases is in. */
    Set<ConceptKey> keysAndCategories() {
        Set<ConceptKey> all = new HashSet<>(keys.keySet());
        keys.keySet().forEach(key -> all.addAll(TerminologyHierarchy.categories(key)));
        return all;
    }

    /** Whether any code system here has it. */
    boolean isKnown() {
        return isKnown;
    }

    /** How it meets what a fact names, the surest way; empty where it does not. */
    Optional<Matched> meets(StatedTerm stated) {
        if (names.contains(stated.name())) {
            return Optional.of(Matched.certainly(exactly(stated).orElse(Match.TEXT)));
        }
        Optional<Matched> best = Optional.empty();
        for (StatedTerm.Coding coding : stated.codings()) {
            Optional<Matched> met = match(coding.key()).map(match -> new Matched(match, !coding.saysLess()));
            if (met.isPresent() && (best.isEmpty() || isSurer(met.get(), best.get()))) {
                best = met;
            }
        }
        return best;
    }

    private Optional<Match> exactly(StatedTerm stated) {
        return stated.codings().stream()
                .filter(c -> !c.saysLess())
                .flatMap(c -> match(c.key()).stream())
                .min(Match::compareTo);
    }

    private static boolean isSurer(Matched one, Matched other) {
        return one.certain() != other.certain() ? one.certain() : one.match().compareTo(other.match()) < 0;
    }

    private Optional<Match> match(ConceptKey stated) {
        Match same = keys.get(stated);
        if (same != null) {
            return Optional.of(same);
        }
        Match surest = null;
        for (Map.Entry<ConceptKey, Match> own : keys.entrySet()) {
            Match broader = own.getValue().and(Match.BROADER_CODE);
            if ((surest == null || broader.compareTo(surest) < 0) && hierarchy.isKindOf(own.getKey(), stated)) {
                surest = broader;
            }
        }
        return Optional.ofNullable(surest);
    }
}
