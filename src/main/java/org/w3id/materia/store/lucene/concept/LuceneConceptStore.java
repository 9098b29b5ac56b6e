package org.w3id.materia.store.lucene.concept;

import java.io.IOException;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.CodeSystem;
import org.w3id.materia.terminology.ConceptStore;
import org.w3id.materia.terminology.ConceptWriter;
import org.w3id.materia.terminology.StoredConcepts;

/** Keeps concepts in Lucene. */
public final class LuceneConceptStore implements ConceptStore {
    @Override
    public ConceptWriter create(Path folder, CodeSystem header) throws IOException {
        return new LuceneConceptWriter(folder);
    }

    @Override
    public StoredConcepts open(Path folder, CodeSystem header) throws IOException {
        return new LuceneConcepts(folder, header);
    }
}
