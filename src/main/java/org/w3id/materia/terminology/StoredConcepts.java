package org.w3id.materia.terminology;

import java.io.Closeable;
import java.util.List;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;

/** The concepts that a {@link ConceptStore} keeps; many may ask it at once. */
public interface StoredConcepts extends CodeSystemProvider, Closeable {
    /** Those that may code phrases of a kind, in order. */
    List<NamedConcept> named(PhraseKind kind);
}
