package org.w3id.materia.terminology.operation.issue;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.StringType;

/**
 * Something to say about a request (FHIR R4, OperationOutcome.issue).
 *
 * @param path FHIRPath of the element; empty or null where it is the request as a whole
 * @param kind null for none
 */
public record Issue(IssueSeverity severity, IssueType type, String path, IssueKind kind, Message message) {
    private static final String MESSAGE_ID = "http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id";

    /** Something for which the request, or the part of it at {@code path}, is refused or invalid. */
    public static Issue error(IssueType type, String path, IssueKind kind, Message message) {
        return new Issue(IssueSeverity.ERROR, type, path, kind, message);
    }

    /** Something that a person should look at, though the answer stands. */
    public static Issue warning(IssueType type, String path, IssueKind kind, Message message) {
        return new Issue(IssueSeverity.WARNING, type, path, kind, message);
    }

    /** Something worth knowing, and no reason to do anything. */
    public static Issue information(IssueType type, String path, IssueKind kind, Message message) {
        return new Issue(IssueSeverity.INFORMATION, type, path, kind, message);
    }

    /** Whether it makes what was asked about invalid. */
    public boolean isError() {
        return severity == IssueSeverity.ERROR;
    }

    /** What is said of which place; to say it once is enough. */
    public record Statement(IssueSeverity severity, IssueType type, String path, String text) {}

    /** By which two issues that tell the same are found to be one, whatever their kinds. */
    public Statement statement() {
        return new Statement(severity, type, path, message.text());
    }

    /** The issue as FHIR writes it: HL7's id of the message as an extension, the kind as coding of {@code details}. */
    public OperationOutcomeIssueComponent component() {
        OperationOutcomeIssueComponent issue = new OperationOutcomeIssueComponent();
        if (message.id() != null) {
            issue.addExtension(MESSAGE_ID, new StringType(message.id()));
        }
        issue.setSeverity(severity).setCode(type);
        CodeableConcept details = issue.getDetails().setText(message.text());
        if (kind != null) {
            details.addCoding().setSystem(IssueKind.SYSTEM).setCode(kind.code());
        }
        if (path != null && !path.isEmpty()) {
            issue.addExpression(path);
        }
        return issue;
    }
}
