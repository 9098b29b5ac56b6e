package org.w3id.materia.coding;

import java.util.List;
import org.w3id.materia.extract.fact.MonographFacts;

/**
 * The facts of a monograph together with the codings of their phrases.
 *
 * @param finder the codings: a pure function for the time of one import
 */
public record CodedFacts(MonographFacts facts, ConceptFinder finder) {
    /** The codings of a phrase of this monograph, as {@link ConceptFinder#find} orders them; none where nothing codes it. */
    public List<CodedConcept> codings(PhraseKind kind, String phrase) {
        return finder.find(kind, phrase);
    }

    /** Whether words name one of the monograph's indications: spelling, number and order of words do not count. */
    public boolean isIndication(String words) {
        String form = NameForm.unordered(NameForm.of(words));
        return facts.indications().stream()
                .anyMatch(i -> NameForm.unordered(NameForm.of(i.condition())).equals(form));
    }

    /** The names of the drug that a phrase names, the phrase itself first. */
    public List<DrugName> drugNames(String phrase) {
        return finder.drugNames(phrase);
    }
}
