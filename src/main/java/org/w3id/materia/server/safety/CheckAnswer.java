package org.w3id.materia.server.safety;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.PairResult;
import org.w3id.materia.safety.report.SafetyReport;

/**
 * A report as a Bundle: a DetectedIssue for each alert, the most severe first, and an OperationOutcome that says what is stated of each two
 * medicines and what was not evaluated.
 */
final class CheckAnswer {
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String STRENGTH = Canonical.extension("strength");
    private static final String NO_SAFETY =
            "What the monographs here state was compared with what was asked. That something is not found does not say"
                    + " that it is safe.";

    private final SafetyReport report;

    private CheckAnswer(SafetyReport report) {
        this.report = report;
    }

    static Bundle of(SafetyReport report, Date committed) {
        CheckAnswer answer = new CheckAnswer(report);
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.COLLECTION).setTimestamp(committed);
        report.alerts().forEach(alert -> add(answer.issue(alert), bundle));
        add(answer.outcome(), bundle);
        return bundle;
    }

    /** An id that the same content has again. */
    private static void add(Resource resource, Bundle bundle) {
        String id = "urn:uuid:"
                + UUID.nameUUIDFromBytes(
                        (bundle.getEntry().size() + resource.fhirType()).getBytes(StandardCharsets.UTF_8));
        bundle.addEntry().setFullUrl(id).setResource(resource);
    }

    private DetectedIssue issue(Alert alert) {
        DetectedIssue issue = new DetectedIssue();
        alert.rating().strength().ifPresent(s -> issue.addExtension(new Extension(STRENGTH, new CodeType(s.code()))));
        issue.setStatus(alert.isCertain() ? DetectedIssueStatus.FINAL : DetectedIssueStatus.PRELIMINARY);
        issue.setCode(new CodeableConcept()
                .addCoding(
                        new Coding(ACT_CODE, alert.kind().code(), alert.kind().display()))
                .setText(alert.subject().words()));
        issue.setSeverity(
                switch (alert.rating().severity()) {
                    case HIGH -> DetectedIssueSeverity.HIGH;
                    case MODERATE -> DetectedIssueSeverity.MODERATE;
                    case LOW -> DetectedIssueSeverity.LOW;
                });
        for (int i = 0; i < alert.subject().medicines().size(); i++) {
            Reference medicine =
                    new Reference().setDisplay(label(alert.subject().medicines().get(i)));
            if (i == 0) {
                alert.fact()
                        .ifPresent(fact -> medicine.setReference(
                                "Medication/" + fact.medicine().id()));
            }
            issue.addImplicated(medicine);
        }
        var evidence = issue.addEvidence();
        evidence.addCode(new CodeableConcept()
                .addCoding(new Coding(
                        Canonical.codeSystem("match"),
                        alert.ground().matched().match().code(),
                        null))
                .setText(alert.ground().explanation()));
        alert.fact()
                .ifPresent(fact -> evidence.addDetail(new Reference(fact.place().reference())
                        .setDisplay(fact.medicine().name())));
        issue.setDetail(alert.sentence());
        return issue;
    }

    private OperationOutcome outcome() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics(NO_SAFETY);
        report.pairs().forEach(pair -> outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDetails(result(pair.state().code(), pairText(pair))));
        report.unevaluated().forEach(gap -> outcome.addIssue()
                .setSeverity(IssueSeverity.WARNING)
                .setCode(IssueType.INCOMPLETE)
                .setDetails(result("not-evaluated", gap.subject()))
                .setDiagnostics(gap.reason()));
        return outcome;
    }

    private static CodeableConcept result(String code, String text) {
        return new CodeableConcept()
                .addCoding(new Coding(Canonical.codeSystem("check-result"), code, null))
                .setText(text);
    }

    private String pairText(PairResult pair) {
        String both = label(pair.first()) + " and " + label(pair.second());
        return switch (pair.state()) {
            case STATED -> both + ": an interaction is stated.";
            case BY_CLASS -> both + ": an interaction is stated with a class.";
            case NOTHING_STATED ->
                both + ": nothing is stated here, which does not say that they can be taken together.";
        };
    }

    private String label(int number) {
        return report.medicines().get(number);
    }
}
