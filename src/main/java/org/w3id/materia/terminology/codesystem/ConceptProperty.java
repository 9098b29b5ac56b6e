package org.w3id.materia.terminology.codesystem;

import org.hl7.fhir.r4.model.Type;

/**
 * A property of a concept.
 *
 * @param code as the code system calls it
 * @param uri of its formal meaning; null where nothing says
 * @param value code, Coding, string, integer, boolean, dateTime or decimal
 */
public record ConceptProperty(String code, String uri, Type value) {
    private static final String CONCEPT_PROPERTIES = "http://hl7.org/fhir/concept-properties#";

    /** Whether it is the property of this name among those that FHIR defines. */
    public boolean means(String standard) {
        return standard.equals(code) || (CONCEPT_PROPERTIES + standard).equals(uri);
    }

    /** The value as text; of a Coding its code. */
    public String text() {
        return value instanceof org.hl7.fhir.r4.model.Coding coding ? coding.getCode() : value.primitiveValue();
    }
}
