package org.w3id.materia.server.rest;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;

/**
 * {@code CapabilityStatement/$versions} (FHIR R4, CapabilityStatement operations): the versions of FHIR that are spoken here,
 * without a patch number.
 */
public final class VersionsProvider implements IResourceProvider {
    static final String DEFINITION = "http://hl7.org/fhir/OperationDefinition/CapabilityStatement-versions";

    private final TypeProvider.Context context;

    public VersionsProvider(TypeProvider.Context context) {
        this.context = context;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return CapabilityStatement.class;
    }

    /** The versions. */
    @Operation(name = "$versions", idempotent = true, canonicalUrl = DEFINITION)
    public Parameters versions(ServletRequestDetails details) {
        OperationParameters.of(details, context.fhir(), "$versions", Set.of());
        return served();
    }

    static Parameters served() {
        Parameters versions = new Parameters();
        versions.addParameter().setName("version").setValue(new CodeType("4.0"));
        versions.addParameter().setName("default").setValue(new CodeType("4.0"));
        return versions;
    }
}
