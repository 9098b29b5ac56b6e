package org.w3id.materia.server.safety;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.io.ByteArrayInputStream;
import java.util.Date;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.w3id.materia.model.Failure;
import org.w3id.materia.safety.SafetyCheck;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;

/** {@code MedicationKnowledge/$check}: several medicines against each other and a patient. */
public final class CheckProvider {
    public static final String DEFINITION = "https://w3id.org/materia/fhir/OperationDefinition/check";

    /** As many medicines, conditions and allergies as are taken, with all that is said of them, need a tenth of it. */
    private static final int MOST_BYTES = 1 << 20;

    private final FhirContext context;
    private final KnowledgeBase knowledge;
    private final SafetyCheck check;

    public CheckProvider(FhirContext context, KnowledgeBase knowledge, SafetyCheck check) {
        this.context = context;
        this.knowledge = knowledge;
        this.check = check;
    }

    /** Medicines and patient from a query, a form, or a Parameters resource in the body. */
    @Operation(
            name = "$check",
            idempotent = true,
            manualRequest = true,
            type = MedicationKnowledge.class,
            canonicalUrl = DEFINITION)
    public Bundle check(ServletRequestDetails details) {
        Parameters parameters = parameters(details);
        try (Snapshot snapshot = knowledge.snapshot()) {
            CheckRequest request = CheckRequest.parse(
                    parameters,
                    id -> isId(id)
                            && snapshot.read(new ResourceKey("MedicationKnowledge", id))
                                    .isPresent());
            return CheckAnswer.of(
                    check.check(request.patient(), request.medicines(), snapshot), Date.from(snapshot.committed()));
        }
    }

    private static boolean isId(String text) {
        return text.matches("[A-Za-z0-9\\-.]{1,64}");
    }

    private Parameters parameters(ServletRequestDetails details) {
        Parameters parameters = body(details);
        details.getServletRequest().getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_")) { // Those are of the answer's form, and not of the operation.
                for (String value : values) {
                    parameters.addParameter().setName(name).setValue(new StringType(value));
                }
            }
        });
        return parameters;
    }

    private Parameters body(ServletRequestDetails details) {
        String type = details.getServletRequest().getContentType();
        EncodingEnum encoding = type == null ? null : EncodingEnum.forContentType(type.split(";", 2)[0].strip());
        byte[] content = encoding == null ? new byte[0] : details.loadRequestContents();
        if (content.length == 0) {
            return new Parameters();
        }
        if (content.length > MOST_BYTES) {
            throw Failure.tooCostly(
                    "$check takes a body of up to " + MOST_BYTES + " bytes, and not " + content.length + ".");
        }
        try {
            return encoding.newParser(context).parseResource(Parameters.class, new ByteArrayInputStream(content));
        } catch (DataFormatException e) {
            throw Failure.invalid("The body of $check is not a Parameters resource: " + e.getMessage());
        } catch (RuntimeException e) { // HAPI's parser answers some malformed input with faults of its own.
            throw Failure.invalid("The body of $check is not a Parameters resource.");
        }
    }
}
