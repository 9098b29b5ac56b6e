package org.w3id.materia.fhir.conformance;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;

/** Codes of one of our own code systems, with their displays. */
public final class LocalCodes {
    private final String system;
    private final Map<String, String> displays = new HashMap<>();
    private final Map<String, String> codesByName = new HashMap<>();

    public LocalCodes(CodeSystem codeSystem) {
        this.system = codeSystem.getUrl();
        for (ConceptDefinitionComponent concept : codeSystem.getConcept()) {
            displays.put(concept.getCode(), concept.getDisplay());
            codesByName.put(concept.getDisplay().toLowerCase(Locale.ROOT), concept.getCode());
            concept.getDesignation()
                    .forEach(d -> codesByName.put(d.getValue().toLowerCase(Locale.ROOT), concept.getCode()));
        }
    }

    /**
     * A new Coding of a code.
     *
     * @throws IllegalArgumentException where the code system has no such code
     */
    public Coding coding(String code) {
        return new Coding(system, code, display(code));
    }

    /**
     * The display of a code.
     *
     * @throws IllegalArgumentException where the code system has no such code
     */
    public String display(String code) {
        String display = displays.get(code);
        if (display == null) {
            throw new IllegalArgumentException(system + " has no code '" + code + "'");
        }
        return display;
    }

    /** The code whose display or designation is {@code name}, letter case aside. */
    public Optional<Coding> named(String name) {
        return Optional.ofNullable(codesByName.get(name.toLowerCase(Locale.ROOT)))
                .map(this::coding);
    }
}
