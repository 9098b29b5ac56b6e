package org.w3id.materia.terminology;

import java.io.Closeable;
import java.util.List;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.release.CrossReference;

/** The concepts that a {@link ConceptStore} keeps; many may ask it at once. */
public interface StoredConcepts extends CodeSystemProvider, Closeable {
    /** Those that may code phrases of a kind, in order. */
    List<NamedConcept> named(PhraseKind kind);

    /** What the release says of a concept in other code systems; empty where there is no such concept. */
    List<CrossReference> references(String code);

    /** The concepts that refer to one of another code system, in order. */
    List<Concept> referring(ConceptKey other);
}
