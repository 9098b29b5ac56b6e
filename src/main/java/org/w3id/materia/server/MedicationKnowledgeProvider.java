package org.w3id.materia.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.w3id.materia.store.Snapshot;

/** MedicationKnowledge, with its operation {@code $everything}. */
final class MedicationKnowledgeProvider extends TypeProvider {
    static final String TYPE = "MedicationKnowledge";
    static final String EVERYTHING = "https://w3id.org/materia/fhir/OperationDefinition/everything";

    MedicationKnowledgeProvider(Context context) {
        super(context, TYPE);
    }

    /** A medicine and all that was read from its monograph; made after Patient/$everything (FHIR R4, Patient operations). */
    @Operation(name = "$everything", idempotent = true, canonicalUrl = EVERYTHING)
    public Bundle everything(@IdParam IdType id, ServletRequestDetails details) {
        OperationParameters parameters = parameters(details, "$everything", "_type", "_since", "_count", "_cursor");
        try (Snapshot newest = context().snapshot(details)) {
            EverythingRequest request = EverythingRequest.parse(
                    id.getIdPart(), parameters, context().searches(), details.getFhirServerBase());
            if (request.cursor().isEmpty()) {
                return request.answer(current(id, newest), newest);
            }
            try (Snapshot begun = context().searches().begun(request.cursor().get(), request.url())) {
                return request.answer(current(id, begun), begun);
            }
        }
    }
}
