package org.w3id.materia.terminology.operation.issue;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.w3id.materia.model.Failure;

/** A terminology operation that has no answer, with the issue that says why. */
public final class TerminologyFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Failure.Category category;
    private final transient Issue issue;
    private final String unknownSystem;

    private TerminologyFailure(Failure.Category category, Issue issue, String unknownSystem) {
        super(issue.message().text());
        this.category = category;
        this.issue = issue;
        this.unknownSystem = unknownSystem;
    }

    /** The request cannot be answered as it is: 400. */
    public static TerminologyFailure invalid(Issue issue) {
        return new TerminologyFailure(Failure.Category.INVALID, issue, null);
    }

    /** Something that the request names is not here: 404. */
    public static TerminologyFailure notFound(Issue issue) {
        return new TerminologyFailure(Failure.Category.NOT_FOUND, issue, null);
    }

    /** The answer would be too large, or its making too long: 422. */
    public static TerminologyFailure tooCostly(Issue issue) {
        return new TerminologyFailure(Failure.Category.TOO_COSTLY, issue, null);
    }

    /** A code system is missing, whose canonical the answer names. */
    public static TerminologyFailure unknownSystem(String canonical, Issue issue) {
        return new TerminologyFailure(Failure.Category.NOT_FOUND, issue, canonical);
    }

    public Failure.Category category() {
        return category;
    }

    public Issue issue() {
        return issue;
    }

    /** Canonical of the code system that is missing; null where that is not the reason. */
    public String missingSystem() {
        return unknownSystem;
    }

    /** What the client is told. */
    public OperationOutcome outcome() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue(issue.component());
        return outcome;
    }
}
