package org.w3id.materia.terminology.operation.validation;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;

/**
 * The code, the coding or the concept that is to be validated.
 *
 * @param form in which it came
 * @param concept with one coding, unless it came as a CodeableConcept
 */
public record CodedValue(Form form, CodeableConcept concept) {
    /** How a client gives what is to be validated: as parameters, as a Coding or as a CodeableConcept. */
    public enum Form {
        CODE,
        CODING,
        CONCEPT
    }

    /**
     * What the request has to be validated; empty where it has neither a concept nor a coding, nor a code whose system is given or may be
     * inferred.
     *
     * @param system name of the parameter that has the system of a code
     * @param version name of the parameter that has its version
     */
    public static Optional<CodedValue> of(TerminologyRequest request, String system, String version) {
        CodeableConcept concept = request.concept("codeableConcept");
        if (concept != null) {
            return Optional.of(new CodedValue(Form.CONCEPT, concept.copy()));
        }
        Coding coding = request.coding("coding");
        if (coding != null) {
            return Optional.of(new CodedValue(Form.CODING, new CodeableConcept(coding.copy())));
        }
        if (request.text("code") == null || request.text(system) == null && !request.is("inferSystem", false)) {
            return Optional.empty();
        }
        Coding simple = new Coding(request.text(system), request.text("code"), request.text("display"));
        simple.setVersion(request.text(version));
        return Optional.of(new CodedValue(Form.CODE, new CodeableConcept(simple)));
    }

    /** FHIRPath of a coding. */
    public String path(int index) {
        return switch (form) {
            case CODE -> "";
            case CODING -> "Coding";
            case CONCEPT -> "CodeableConcept.coding[" + index + "]";
        };
    }

    /** FHIRPath of an element of the coding at that index, as the client wrote it: a code alone has parameters of its own for them. */
    public String at(int index, String element) {
        return form == Form.CODE ? element : path(index) + "." + element;
    }
}
