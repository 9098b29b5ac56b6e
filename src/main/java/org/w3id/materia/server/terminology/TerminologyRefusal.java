package org.w3id.materia.server.terminology;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.w3id.materia.model.Failure.Category;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;

/** A terminology operation without an answer, as HTTP has it: with the outcome that HL7's tools read. */
public final class TerminologyRefusal extends BaseServerResponseException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    TerminologyRefusal(TerminologyFailure failure) {
        super(status(failure.category()), failure.getMessage());
        setOperationOutcome(failure.outcome());
    }

    static int status(Category category) {
        return switch (category) {
            case INVALID -> BAD_REQUEST;
            case NOT_FOUND -> NOT_FOUND;
            default -> UNPROCESSABLE;
        };
    }
}
