package org.w3id.materia.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;

/** Composition, with its operation {@code $document}. */
final class CompositionProvider extends TypeProvider {
    static final String TYPE = "Composition";
    static final String DOCUMENT = "http://hl7.org/fhir/OperationDefinition/Composition-document";

    CompositionProvider(Context context) {
        super(context, TYPE);
    }

    /** FHIR R4, Composition operations: the document that the composition and all that it names directly make. */
    @Operation(name = "$document", idempotent = true, canonicalUrl = DOCUMENT)
    public Bundle document(@IdParam IdType id, ServletRequestDetails details) {
        details.getServletRequest().getParameterMap().forEach((name, values) -> {
            if (name.equals("persist") && values[0].equals("true")) {
                throw Failure.notSupported("This server is read-only: it does not keep the document ('persist').");
            }
            if (!name.equals("persist") && !ResultParameters.OF_EVERY_REQUEST.contains(name)) {
                throw Failure.invalid("$document has no parameter '" + name + "'.");
            }
        });
        try (Snapshot snapshot = context().knowledge().snapshot()) {
            return snapshot.read(new ResourceKey(TYPE, id.getIdPart()))
                    .map(composition ->
                            new DocumentAssembler(snapshot, details.getFhirServerBase()).assemble(composition))
                    .orElseThrow(() -> notFound(id));
        }
    }
}
