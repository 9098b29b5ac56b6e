package org.w3id.materia.safety.drug;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3id.materia.coding.CodedConcept;
import org.w3id.materia.coding.ConceptFinder;
import org.w3id.materia.coding.DrugName;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.language.NormalForm;

/**
 * What names of drugs and conditions name, by the tables here, kept ready for those that name something. A name that the tables do not
 * know may be anything that a client writes, and is not kept.
 */
public final class KnownNames {
    private static final int MOST = 8192;

    /**
     * What one name names.
     *
     * @param concepts at most one for each code system
     * @param others by which the same drug goes, the name itself among them
     * @param forms the normal forms of the name, of what its concepts are called and of the others
     */
    record Named(List<CodedConcept> concepts, List<String> others, Set<String> forms) {
        boolean isKnown() {
            return !concepts.isEmpty();
        }
    }

    /** Names as one state of the tables knows them. */
    private record Kept(
            ConceptFinder finder, Cache<String, Named> drugs, Cache<String, List<CodedConcept>> conditions) {
        Kept(ConceptFinder finder) {
            this(
                    finder,
                    Caffeine.newBuilder().maximumSize(MOST).build(),
                    Caffeine.newBuilder().maximumSize(MOST).build());
        }
    }

    private volatile Kept kept = new Kept(null);

    /** What a drug's name names. */
    Named of(String name, ConceptFinder finder) {
        Cache<String, Named> drugs = by(finder).drugs();
        Named known = drugs.getIfPresent(name);
        if (known == null) {
            known = read(name, finder);
            if (known.isKnown()) {
                drugs.put(name, known);
            }
        }
        return known;
    }

    /** What a condition's name names, at most one concept for each code system. */
    public List<CodedConcept> condition(String name, ConceptFinder finder) {
        Cache<String, List<CodedConcept>> conditions = by(finder).conditions();
        List<CodedConcept> known = conditions.getIfPresent(name);
        if (known == null) {
            known = finder.find(PhraseKind.CONDITION, name);
            if (!known.isEmpty()) {
                conditions.put(name, known);
            }
        }
        return known;
    }

    private Kept by(ConceptFinder finder) {
        Kept now = kept;
        if (now.finder() != finder) {
            now = new Kept(finder);
            kept = now;
        }
        return now;
    }

    private static Named read(String name, ConceptFinder finder) {
        List<CodedConcept> concepts = finder.find(PhraseKind.DRUG, name);
        List<String> others =
                finder.drugNames(name).stream().map(DrugName::name).toList();
        Set<String> forms = new HashSet<>(Set.of(NormalForm.of(name)));
        concepts.forEach(c -> c.display().ifPresent(display -> forms.add(NormalForm.of(display))));
        others.forEach(other -> forms.add(NormalForm.of(other)));
        return new Named(concepts, others, Set.copyOf(forms));
    }
}
