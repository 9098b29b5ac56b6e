package org.w3id.materia.terminology.operation.issue;

import java.util.List;
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

    public static TerminologyFailure invalid(Issue issue) {
        return new TerminologyFailure(Failure.Category.INVALID, issue, null);
    }

    public static TerminologyFailure notFound(Issue issue) {
        return new TerminologyFailure(Failure.Category.NOT_FOUND, issue, null);
    }

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

    public OperationOutcome outcome() {
        OperationOutcome outcome = new OperationOutcome();
        List.of(issue).forEach(i -> outcome.addIssue(i.component()));
        return outcome;
    }
}
