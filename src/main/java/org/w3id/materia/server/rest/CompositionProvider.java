package org.w3id.materia.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.Snapshot;

/** Composition, with its operation {@code $document}. */
public final class CompositionProvider extends TypeProvider {
    public static final String TYPE = "Composition";
    static final String DOCUMENT = "http://hl7.org/fhir/OperationDefinition/Composition-document";

    public CompositionProvider(Context context) {
        super(context, TYPE);
    }

    /** FHIR R4, Composition operations: the document that the composition and all that it names directly make. */
    @Operation(name = "$document", idempotent = true, canonicalUrl = DOCUMENT)
    public Bundle document(@IdParam IdType id, ServletRequestDetails details) {
        OperationParameters parameters = parameters(details, "$document", "persist", "graph");
        if (parameters.value("persist").filter("true"::equals).isPresent()) {
            throw Failure.notSupported("This server is read-only: it does not keep the document ('persist').");
        }
        if (parameters.value("graph").isPresent()) {
            throw Failure.notSupported("$document follows no graph definition here ('graph').");
        }
        try (Snapshot snapshot = context().snapshot(details)) {
            return new DocumentAssembler(snapshot, details.getFhirServerBase()).assemble(current(id, snapshot));
        }
    }
}
