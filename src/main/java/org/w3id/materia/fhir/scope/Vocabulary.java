package org.w3id.materia.fhir.scope;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.LocalCodes;
import org.w3id.materia.fhir.conformance.Translation;

/** Our own codes as FHIR data types; code systems and concept maps of {@code fhir-resources} are the source of truth. */
public final class Vocabulary {
    private final ConformanceResources conformance;
    private final Map<String, LocalCodes> codes = new ConcurrentHashMap<>();
    private final Translation routes;
    private final Translation sections;

    public Vocabulary(ConformanceResources conformance) {
        this.conformance = conformance;
        this.routes = new Translation(conformance.conceptMap("route-to-snomed-ct"));
        this.sections = new Translation(conformance.conceptMap("section-to-loinc"));
    }

    /**
     * @param codeSystem its id in {@code fhir-resources}
     * @throws IllegalArgumentException where there is no such code system
     */
    public LocalCodes codes(String codeSystem) {
        return codes.computeIfAbsent(codeSystem, id -> new LocalCodes(conformance.codeSystem(id)));
    }

    /**
     * A code with its display, as a concept without text.
     *
     * @throws IllegalArgumentException where there is no such code
     */
    public CodeableConcept concept(String codeSystem, String code) {
        return new CodeableConcept(codes(codeSystem).coding(code));
    }

    /** A route with its SNOMED CT coding. */
    public CodeableConcept route(String code) {
        return translated("route", code, routes);
    }

    /** A section with its LOINC coding. */
    public CodeableConcept section(String code) {
        return translated("section", code, sections);
    }

    private CodeableConcept translated(String codeSystem, String code, Translation translation) {
        CodeableConcept concept = concept(codeSystem, code);
        translation.of(code).ifPresent(concept::addCoding);
        return concept;
    }
}
