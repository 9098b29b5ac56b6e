package org.w3id.materia.fhir;

import java.util.Objects;

/**
 * Another monograph of the same collection that shares an ingredient with the one that is converted.
 *
 * @param id the other monograph's id
 * @param name the other medicine's name
 * @param relation what the other is to this one: a code of {@code CodeSystem/related-medication}
 */
public record RelatedMonograph(String id, String name, String relation) {
    public RelatedMonograph {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(relation, "relation");
    }
}
