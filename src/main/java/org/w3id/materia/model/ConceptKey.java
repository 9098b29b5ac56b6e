package org.w3id.materia.model;

import java.util.Objects;

/**
 * A concept of a code system, comparable by value (FHIR's {@code Coding} is not).
 *
 * @param system canonical URI of the code system
 * @param code the code within it
 */
public record ConceptKey(String system, String code) {
    public ConceptKey {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(code, "code");
    }
}
