package org.w3id.materia.terminology.release.disease;

import java.util.Set;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.terminology.release.SystemHeader;

/** What is said of the Human Disease Ontology as a whole. */
final class DiseaseOntology {
    static final Set<PhraseKind> KINDS = Set.of(PhraseKind.CONDITION, PhraseKind.EFFECT);

    private DiseaseOntology() {}

    /** @param version of the release; null where it does not say */
    static SystemHeader header(String version) {
        return new SystemHeader(
                        "http://purl.obolibrary.org/obo/doid.owl", "HumanDiseaseOntology", "Human Disease Ontology")
                .version(version)
                .publisher("Institute for Genome Sciences, University of Maryland School of Medicine")
                .caseSensitive(true);
    }
}
