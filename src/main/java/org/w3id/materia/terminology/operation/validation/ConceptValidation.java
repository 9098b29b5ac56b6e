package org.w3id.materia.terminology.operation.validation;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Message;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** Holds each coding of a concept against a value set, and says what was found. */
public final class ConceptValidation {
    private final TerminologyRequest request;
    private final MembershipCheck membership;
    private final CodedValue value;
    private final Findings findings = new Findings();
    private final DisplayCheck displayCheck;
    private final OutsideCheck outside;
    private final List<CodingCheck> checks = new ArrayList<>();
    private CodingCheck accepted;
    private String display;
    private Verdict verdict = Verdict.OUT;
    private boolean missesCode;

    public ConceptValidation(TerminologyResources resources, MembershipCheck membership, CodedValue value) {
        this.request = resources.request();
        this.membership = membership;
        this.value = value;
        displayCheck = new DisplayCheck(request);
        outside = new OutsideCheck(resources, membership, findings, displayCheck);
    }

    /**
     * The answer of {@code $validate-code}: whether one of the codings is in the value set, and what is to be said of each. To be asked
     * once.
     */
    public Parameters run() {
        findings.addStatus(membership.state(), membership.state());
        List<Coding> codings = value.concept().getCoding();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < codings.size() && !missesCode; i++) {
            Coding coding = codings.get(i);
            CodingCheck check = new CodingCheck(coding, value.path(i), findings);
            if (!coding.hasCode()) {
                reportMissingCode(check);
                break;
            }
            checks.add(check);
            Verdict one = membership.check(check);
            verdicts.add(one);
            judge(check, one, i);
        }
        if (isConcept() && verdicts.contains(Verdict.IN)) {
            for (int i = 0; i < verdicts.size(); i++) {
                if (verdicts.get(i) != Verdict.IN) {
                    Coding coding = codings.get(i);
                    findings.excuseUnknownSystem(
                            value.at(i, "system"), Canonicals.join(coding.getSystem(), coding.getVersion()));
                }
            }
        }
        summarise();
        return answer();
    }

    private boolean isConcept() {
        return value.form() == CodedValue.Form.CONCEPT;
    }

    private void reportMissingCode(CodingCheck check) {
        missesCode = true;
        Message message = check.system() == null && !request.is("inferSystem", false)
                ? Messages.noSystemOrCode()
                : Messages.noCode(check.system());
        findings.add(Issue.warning(IssueType.INVALID, check.path, IssueKind.INVALID_DATA, message));
    }

    private void judge(CodingCheck check, Verdict one, int index) {
        if (one == Verdict.OUT && !membership.isInternal() && isConcept()) {
            findings.addQuietly(Issue.information(
                    IssueType.CODEINVALID,
                    value.at(index, "code"),
                    IssueKind.THIS_CODE_NOT_IN_VS,
                    Messages.notInValueSet(name(), "'" + presented(check) + "'")));
        }
        if (verdict != Verdict.IN && one != Verdict.OUT) {
            verdict = one;
        }
        if (one == Verdict.IN) {
            displayCheck.check(check);
            if (accepted == null) {
                accepted = check;
                display = preferred(check);
            }
        } else if (!request.is("valueset-membership-only", false) && check.system() != null) {
            boolean isKnown = outside.check(check, value.at(index, "system"));
            if (isKnown && display == null) {
                display = preferred(check);
            }
        }
    }

    private String preferred(CodingCheck check) {
        return check.displays
                .preferred(request.languages())
                .or(() -> check.displays.preferred(null))
                .map(Designation::value)
                .orElse(null);
    }

    private String name() {
        String canonical = Canonicals.of(membership.valueSet());
        return canonical == null ? "(unidentified)" : canonical;
    }

    private static String presented(CodingCheck check) {
        String system = check.system() == null ? "" : check.system();
        String shown = Canonicals.join(system, check.version()) + "#" + check.code();
        return check.coding.hasDisplay() ? shown + " ('" + check.coding.getDisplay() + "')" : shown;
    }

    private void summarise() {
        boolean silent = missesCode && (!isConcept() || membership.isInternal());
        if (verdict != Verdict.OUT || silent || membership.isInternal() && findings.hasErrors()) {
            return;
        }
        if (isConcept()) {
            findings.add(Issue.error(IssueType.CODEINVALID, null, IssueKind.NOT_IN_VS, Messages.noValidCoding(name())));
        } else {
            String shown = String.join(
                    ", ", checks.stream().map(c -> "'" + presented(c) + "'").toList());
            findings.add(Issue.error(
                    IssueType.CODEINVALID,
                    value.at(0, "code"),
                    IssueKind.NOT_IN_VS,
                    Messages.notInValueSet(name(), shown)));
        }
    }

    private Parameters answer() {
        boolean valid = verdict == Verdict.IN && !findings.hasErrors();
        ValidationAnswer answer = new ValidationAnswer().result(valid);
        CodingCheck shown = accepted != null ? accepted : isConcept() || checks.isEmpty() ? null : checks.get(0);
        if (shown != null) {
            answer.coding(shown.system(), shown.code(), version(shown));
            answer.display(display);
            if (shown.normalCode() != null) {
                answer.add("normalized-code", new CodeType(shown.normalCode()));
            }
        }
        for (String system : findings.unknownSystems()) {
            if (verdict == Verdict.OUT) {
                answer.add("x-unknown-system", new CanonicalType(system));
            } else if (!valid) {
                answer.add("x-caused-by-unknown-system", new CanonicalType(system));
            }
        }
        addState(answer, shown);
        if (isConcept()) {
            answer.add("codeableConcept", value.concept());
        }
        return answer.findings(findings);
    }

    private static String version(CodingCheck shown) {
        return shown.foundVersion() != null ? shown.foundVersion() : shown.version();
    }

    private void addState(ValidationAnswer answer, CodingCheck shown) {
        for (CodingCheck check : checks) {
            if (check.isInactive()) {
                String status = check.status();
                if (check == shown) {
                    answer.add("inactive", new BooleanType(true));
                    if (status != null && !status.equals("inactive")) {
                        answer.add("status", new CodeType(status));
                    }
                }
                findings.add(Issue.warning(
                        IssueType.BUSINESSRULE,
                        check.path.isEmpty() ? "code" : check.path,
                        IssueKind.CODE_COMMENT,
                        Messages.inactiveConcept(check.code(), status)));
                return;
            }
        }
        if (shown != null && "deprecated".equalsIgnoreCase(shown.status())) {
            answer.add("status", new CodeType("deprecated"));
            findings.add(Issue.warning(
                    IssueType.BUSINESSRULE,
                    isConcept() ? "CodeableConcept" : shown.path,
                    IssueKind.CODE_COMMENT,
                    Messages.deprecatedConcept(shown.code())));
        }
    }
}
