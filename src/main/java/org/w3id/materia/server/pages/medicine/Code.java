package org.w3id.materia.server.pages.medicine;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.model.ConceptKey;

/**
 * A code with its system's name, for people.
 *
 * @param reason how the words led to it, such as "exact" or "broader"; empty where it is not told
 */
public record Code(ConceptKey key, String display, String reason) {
    /** Codes of the medicines that there are monographs of. */
    static final String MEDICINES = Canonical.codeSystem("medicine");

    private static final String REASON = Canonical.extension("coding-reason");
    private static final Map<String, String> NAMES = Map.of(
            "http://snomed.info/sct",
            "SNOMED CT",
            "http://www.nlm.nih.gov/research/umls/rxnorm",
            "RxNorm",
            "http://fdasis.nlm.nih.gov",
            "UNII",
            "http://www.whocc.no/atc",
            "ATC",
            "http://hl7.org/fhir/sid/icd-10",
            "ICD-10",
            "http://hl7.org/fhir/sid/icd-10-cm",
            "ICD-10-CM",
            "http://purl.obolibrary.org/obo/doid.owl",
            "Disease Ontology",
            "http://loinc.org",
            "LOINC",
            MEDICINES,
            "Materia");

    static List<Code> of(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(Coding::hasCode)
                .map(Code::of)
                .toList();
    }

    private static Code of(Coding coding) {
        String reason = coding.hasExtension(REASON)
                ? coding.getExtensionByUrl(REASON).getValue().primitiveValue()
                : "";
        return new Code(
                new ConceptKey(coding.getSystem(), coding.getCode()),
                coding.hasDisplay() ? coding.getDisplay() : "",
                reason);
    }

    /** What people call its code system. */
    public String systemName() {
        return NAMES.getOrDefault(key.system(), key.system());
    }
}
