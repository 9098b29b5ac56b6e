package org.w3id.materia.fhir;

import java.util.Objects;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.extract.outline.Evidence;

/** A resource that was made of a fact, and where the fact stands. */
record DerivedResource(DomainResource resource, Evidence evidence) {
    DerivedResource {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(evidence, "evidence");
    }

    Reference reference() {
        return new Reference(resource.fhirType() + "/" + resource.getIdPart());
    }
}
