package org.w3id.materia.server.rest;

import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.w3id.materia.store.HistoryQuery;
import org.w3id.materia.store.Snapshot;

/** The interactions of the whole server (FHIR R4, 3.1.0). */
public final class SystemProvider {
    private final TypeProvider.Context context;
    private final Set<String> types;

    public SystemProvider(TypeProvider.Context context, Set<String> types) {
        this.context = context;
        this.types = types;
    }

    /** FHIR R4, 3.1.1 search over several types, by GET of the base or by POST to {@code _search}. */
    @Search(allowUnknownParams = true)
    public Bundle search(ServletRequestDetails details) {
        return context.searches().of("", details);
    }

    /** FHIR R4, 3.1.0.14 history of everything. */
    @History
    public Bundle history(ServletRequestDetails details) {
        try (Snapshot snapshot = context.snapshot(details)) {
            return context.histories().of(new HistoryQuery.OfAll(), "", details, snapshot);
        }
    }

    /** Resource-meta: what is said of any resource here. */
    @Operation(name = "$meta", idempotent = true, canonicalUrl = MetaOperation.DEFINITION)
    public Parameters meta(ServletRequestDetails details) {
        OperationParameters.of(details, context.fhir(), "$meta", Set.of());
        try (Snapshot snapshot = context.snapshot(details)) {
            return MetaOperation.ofTypes(types, snapshot);
        }
    }

    /** CapabilityStatement-versions: this server speaks one version. */
    @Operation(name = "$versions", idempotent = true, canonicalUrl = VersionsProvider.DEFINITION)
    public Parameters versions(ServletRequestDetails details) {
        OperationParameters.of(details, context.fhir(), "$versions", Set.of());
        return VersionsProvider.served();
    }
}
