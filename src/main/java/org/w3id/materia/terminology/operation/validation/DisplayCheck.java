package org.w3id.materia.terminology.operation.validation;

import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.Displays;
import org.w3id.materia.terminology.codesystem.Displays.Match;
import org.w3id.materia.terminology.codesystem.Languages;
import org.w3id.materia.terminology.operation.issue.DisplayMessages;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Message;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;

/** Whether the display of a coding is one of its concept, in the languages that the client asked for. */
final class DisplayCheck {
    private final TerminologyRequest request;

    DisplayCheck(TerminologyRequest request) {
        this.request = request;
    }

    private IssueSeverity severity() {
        return request.is("lenient-display-validation", false) ? IssueSeverity.WARNING : IssueSeverity.ERROR;
    }

    /** Of a code that is in the value set. */
    void check(CodingCheck coding) {
        Displays known = coding.displays;
        String display = coding.coding.getDisplay();
        if (display == null || known.isEmpty()) {
            return;
        }
        Languages wanted = request.languages();
        Match match = known.match(display, wanted, null, false);
        if (match != Match.FOUND) {
            report(coding, wrong(coding, match));
        } else if (known.match(display, wanted, null, true) != Match.FOUND) {
            coding.findings.addQuietly(Issue.warning(
                    IssueType.INVALID,
                    coding.at("display"),
                    IssueKind.DISPLAY_COMMENT,
                    DisplayMessages.inactive(coding.coding, known.status(display), known.current())));
        }
    }

    private record Judgement(IssueSeverity severity, Message message) {}

    private Judgement wrong(CodingCheck coding, Match match) {
        Displays known = coding.displays;
        Languages wanted = request.languages();
        String languages = request.languageSummary();
        IssueSeverity severity = severity();
        int count = known.count(wanted, true);
        boolean displaysOnly = count > 0;
        if (count == 0) {
            severity = IssueSeverity.WARNING;
            count = known.count(wanted, false);
        }
        if (count > 0) {
            return new Judgement(
                    severity,
                    DisplayMessages.wrong(
                            coding.coding,
                            match == Match.DIFFERS_IN_WHITESPACE,
                            count,
                            known.present(wanted, displaysOnly),
                            languages));
        }
        Optional<Designation> usual = known.preferred(null);
        if (usual.isEmpty()) {
            return new Judgement(severity, DisplayMessages.noneAtAll(coding.coding, languages));
        }
        String usualDisplay = usual.get().value();
        boolean isUsual =
                known.match(coding.coding.getDisplay(), wanted, coding.defaultLanguage(), false) == Match.FOUND;
        return isUsual
                ? new Judgement(
                        IssueSeverity.INFORMATION, DisplayMessages.noneInLanguageButRight(coding.coding, languages))
                : new Judgement(
                        severity(), DisplayMessages.noneInLanguageAndWrong(coding.coding, languages, usualDisplay));
    }

    /** Of a code that is in the code system, and not in the value set. */
    void checkOutside(CodingCheck coding) {
        Displays known = coding.displays;
        String display = coding.coding.getDisplay();
        if (display == null || known.isEmpty()) {
            return;
        }
        Languages wanted = request.languages();
        Match match = known.match(display, wanted, coding.defaultLanguage(), false);
        if (match == Match.FOUND) {
            return;
        }
        int count = known.count(wanted, true);
        report(
                coding,
                count == 0
                        ? new Judgement(
                                IssueSeverity.WARNING,
                                DisplayMessages.noneAtAll(coding.coding, request.languageSummary()))
                        : new Judgement(
                                severity(),
                                DisplayMessages.wrong(
                                        coding.coding,
                                        match == Match.DIFFERS_IN_WHITESPACE,
                                        count,
                                        known.present(wanted, true),
                                        request.languageSummary())));
    }

    private static void report(CodingCheck coding, Judgement judgement) {
        coding.findings.add(new Issue(
                judgement.severity(),
                IssueType.INVALID,
                coding.at("display"),
                IssueKind.INVALID_DISPLAY,
                judgement.message()));
    }
}
