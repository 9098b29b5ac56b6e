package org.w3id.materia.server.terminology;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.terminology.operation.library.JoinedLibraries;
import org.w3id.materia.terminology.operation.library.ResourceLibrary;
import org.w3id.materia.terminology.operation.library.SystemLibrary;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.shipped.ShippedCodeSystem;
import org.w3id.materia.terminology.specification.SpecificationLibrary;
import org.w3id.materia.terminology.standard.Standards;

/**
 * The terminology that is there before anything is loaded: our own, the names of public code systems that are shipped, that of the FHIR
 * specification, and what standards define by rules.
 */
public final class BuiltInTerminology {
    private BuiltInTerminology() {}

    /** Where two of these know the same, the one that is named first answers. */
    public static TerminologyLibrary library(FhirContext context) {
        List<MetadataResource> own = ConformanceResources.load().all().stream()
                .filter(MetadataResource.class::isInstance)
                .map(MetadataResource.class::cast)
                .toList();
        List<CodeSystem> systems = own.stream()
                .filter(CodeSystem.class::isInstance)
                .map(CodeSystem.class::cast)
                .toList();
        return new JoinedLibraries(List.of(
                new ResourceLibrary(own),
                new SystemLibrary(ShippedCodeSystem.all(systems)),
                new SystemLibrary(Standards.all()),
                new SpecificationLibrary(context)));
    }
}
