package org.w3id.materia.fhir;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.LocalCodes;
import org.w3id.materia.fhir.conformance.Translation;

/** Our own codes as FHIR data types; code systems and concept maps of {@code fhir-resources} are the source of truth. */
final class Vocabulary {
    private final ConformanceResources conformance;
    private final Map<String, LocalCodes> codes = new ConcurrentHashMap<>();
    private final Translation routes;
    private final Translation sections;

    Vocabulary(ConformanceResources conformance) {
        this.conformance = conformance;
        this.routes = new Translation(conformance.conceptMap("route-to-snomed-ct"));
        this.sections = new Translation(conformance.conceptMap("section-to-loinc"));
    }

    LocalCodes codes(String codeSystem) {
        return codes.computeIfAbsent(codeSystem, id -> new LocalCodes(conformance.codeSystem(id)));
    }

    CodeableConcept concept(String codeSystem, String code) {
        return new CodeableConcept(codes(codeSystem).coding(code));
    }

    /** A route with its SNOMED CT coding. */
    CodeableConcept route(String code) {
        return translated("route", code, routes);
    }

    /** A section with its LOINC coding. */
    CodeableConcept section(String code) {
        return translated("section", code, sections);
    }

    private CodeableConcept translated(String codeSystem, String code, Translation translation) {
        CodeableConcept concept = concept(codeSystem, code);
        translation.of(code).ifPresent(concept::addCoding);
        return concept;
    }
}
