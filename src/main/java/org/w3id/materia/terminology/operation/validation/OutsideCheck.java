package org.w3id.materia.terminology.operation.validation;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** Looks at a coding that is not in the value set: it may be wrong in itself as well, which is worth saying. */
final class OutsideCheck {
    private final TerminologyResources resources;
    private final MembershipCheck membership;
    private final Findings findings;
    private final DisplayCheck displayCheck;

    OutsideCheck(
            TerminologyResources resources, MembershipCheck membership, Findings findings, DisplayCheck displayCheck) {
        this.resources = resources;
        this.membership = membership;
        this.findings = findings;
        this.displayCheck = displayCheck;
    }

    /**
     * Whether its code system has the code.
     *
     * @param place of the coding's system
     */
    boolean check(CodingCheck check, String place) {
        String system = check.system();
        if (!Canonicals.isAbsolute(system)) {
            findings.add(Issue.error(IssueType.INVALID, place, IssueKind.INVALID_DATA, Messages.relativeSystem()));
        }
        String version = check.version() != null ? check.version() : VersionChoice.named(membership.valueSet(), system);
        Optional<CodeSystemProvider> found = resources.codeSystem(system, version);
        if (found.isEmpty()) {
            reportUnknownSystem(check, version);
            return false;
        }
        CodeSystemProvider provider = found.get();
        resources.rules().issues(system, provider.header().version()).forEach(findings::addQuietly);
        check.use(provider.header());
        findings.addStatus(provider.header().publication(), membership.state());
        Optional<Concept> concept = provider.locate(check.code());
        if (concept.isEmpty()) {
            Issue issue = provider.header().isComplete()
                    ? Issue.error(
                            IssueType.CODEINVALID,
                            check.at("code"),
                            IssueKind.INVALID_CODE,
                            Messages.unknownCode(check.code(), provider.header()))
                    : Issue.warning(
                            IssueType.CODEINVALID,
                            check.at("code"),
                            IssueKind.INVALID_CODE,
                            Messages.unknownCodeInFragment(check.code(), provider.header()));
            if (issue.isError()) {
                findings.add(issue);
            } else {
                findings.addQuietly(issue);
            }
            return false;
        }
        check.displays.add(concept.get());
        check.noteState(concept.get());
        displayCheck.checkOutside(check);
        check.found(provider);
        return true;
    }

    private void reportUnknownSystem(CodingCheck check, String version) {
        String system = check.system();
        String place = check.at("system");
        Optional<String> supplement = resources.supplement(system);
        if (resources.valueSet(system).isPresent()) {
            findings.add(
                    Issue.error(IssueType.INVALID, place, IssueKind.INVALID_DATA, Messages.systemIsValueSet(system)));
        } else if (supplement.isPresent()) {
            findings.add(Issue.error(
                    IssueType.INVALID, place, IssueKind.INVALID_DATA, Messages.systemIsSupplement(supplement.get())));
        } else {
            String wanted = resources.rules().version(system, version);
            List<String> known = resources.versions(system);
            findings.addUnknownSystem(
                    known.isEmpty() ? system : Canonicals.join(system, wanted),
                    Issue.error(
                            IssueType.NOTFOUND,
                            place,
                            IssueKind.NOT_FOUND,
                            Messages.unknownSystem(system, wanted, known)));
        }
    }
}
