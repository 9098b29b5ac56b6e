package org.w3id.materia.terminology.codesystem;

import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * How far a resource is in its life.
 *
 * @param status draft, active, retired or unknown
 * @param standardsStatus of HL7's extension; null where absent
 * @param experimental whether it is not for real use
 */
public record PublicationState(ResourceIdentity resource, String status, String standardsStatus, boolean experimental) {
    public static final String STANDARDS_STATUS =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status";

    /** What the resource says of itself. Only code systems and value sets can be experimental here. */
    public static PublicationState of(MetadataResource resource) {
        boolean experimental = resource instanceof CodeSystem c && c.getExperimental()
                || resource instanceof ValueSet v && v.getExperimental();
        return new PublicationState(
                ResourceIdentity.of(resource),
                resource.getStatus() != null ? resource.getStatus().toCode() : null,
                resource.hasExtension(STANDARDS_STATUS)
                        ? Extensions.first(resource, STANDARDS_STATUS)
                                .getValue()
                                .primitiveValue()
                        : null,
                experimental);
    }

    /** Whether it is a draft by its status or by HL7's. */
    public boolean isDraft() {
        return "draft".equals(status) || "draft".equals(standardsStatus);
    }
}
