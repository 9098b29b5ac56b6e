package org.w3id.materia.coding;

import java.util.List;
import org.w3id.materia.extract.MonographFacts;

/**
 * The facts of a monograph together with the codings of their phrases.
 *
 * @param finder the codings: a pure function for the time of one import
 */
public record CodedFacts(MonographFacts facts, ConceptFinder finder) {
    public List<CodedConcept> codings(PhraseKind kind, String phrase) {
        return finder.find(kind, phrase);
    }
}
