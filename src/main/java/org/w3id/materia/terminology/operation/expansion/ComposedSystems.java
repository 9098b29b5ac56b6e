package org.w3id.materia.terminology.operation.expansion;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** The code systems that a value set takes codes from or leaves codes of out. */
final class ComposedSystems {
    private final TerminologyResources resources;

    ComposedSystems(TerminologyResources resources) {
        this.resources = resources;
    }

    /** @throws TerminologyFailure where it is not here, or the request asks for another version */
    CodeSystemProvider of(ConceptSetComponent set) {
        String url = set.getSystem();
        String version = resources.rules().version(url, set.getVersion());
        CodeSystemProvider system = resources
                .exactCodeSystem(url, version)
                .orElseThrow(() -> TerminologyFailure.unknownSystem(
                        Canonicals.join(url, version),
                        Issue.error(
                                IssueType.NOTFOUND,
                                null,
                                IssueKind.NOT_FOUND,
                                Messages.unknownSystemOfExpansion(url, version, resources.versions(url)))));
        List<Issue> issues = resources.rules().issues(url, system.header().version());
        if (!issues.isEmpty()) {
            throw TerminologyFailure.invalid(issues.get(0));
        }
        return system;
    }
}
