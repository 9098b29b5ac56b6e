package org.w3id.materia.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Instant;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.Snapshot;

/** MedicationKnowledge, with its operations {@code $everything} and {@code $diff}. */
public final class MedicationKnowledgeProvider extends TypeProvider {
    public static final String TYPE = "MedicationKnowledge";
    static final String DIFF = "https://w3id.org/materia/fhir/OperationDefinition/diff";
    static final String EVERYTHING = "https://w3id.org/materia/fhir/OperationDefinition/everything";

    public MedicationKnowledgeProvider(Context context) {
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
            try (Snapshot begun = context()
                    .searches()
                    .begun(request.cursor().get(), request.address().url())) {
                return request.answer(current(id, begun), begun);
            }
        }
    }

    /** What of a monograph's facts came, went and changed between two times. */
    @Operation(name = "$diff", idempotent = true, canonicalUrl = DIFF)
    public Parameters diff(@IdParam IdType id, ServletRequestDetails details) {
        OperationParameters parameters = parameters(details, "$diff", "from", "to");
        Instant from = EverythingRequest.instant(
                "from",
                parameters
                        .value("from")
                        .orElseThrow(
                                () -> Failure.invalid("$diff needs 'from', an instant such as 2026-11-23T01:50:24Z.")));
        try (Snapshot newest = context().snapshot(details)) {
            Instant to = parameters
                    .value("to")
                    .map(value -> EverythingRequest.instant("to", value))
                    .orElse(newest.committed());
            return new MedicineDiff(newest, from, to).of(id.getIdPart());
        }
    }
}
