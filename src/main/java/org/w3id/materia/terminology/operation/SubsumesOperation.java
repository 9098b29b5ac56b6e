package org.w3id.materia.terminology.operation;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.operation.request.ParameterTable;
import org.w3id.materia.terminology.operation.request.RequestedConcept;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** {@code CodeSystem/$subsumes} (FHIR R4, CodeSystem operations): whether one concept is a kind of the other, of the same code system. */
public final class SubsumesOperation {
    public static final ParameterTable PARAMETERS =
            ParameterTable.of("codeA", "codeB", "system", "version", "codingA", "codingB");

    private final TerminologyResources resources;

    public SubsumesOperation(TerminologyLibrary library, TerminologyRequest request) {
        this.resources = new TerminologyResources(library, request);
    }

    /**
     * {@code outcome}: equivalent, subsumes (A is broader), subsumed-by or not-subsumed.
     *
     * @throws TerminologyFailure where a concept is not known, or they are of two code systems
     */
    public Parameters run() {
        RequestedConcept a = RequestedConcept.of(resources, "codingA", "codeA");
        RequestedConcept b = RequestedConcept.of(resources, "codingB", "codeB");
        String system = a.system().header().versionedUrl();
        if (!system.equals(b.system().header().versionedUrl())) {
            throw TerminologyFailure.invalid(Issue.error(
                    IssueType.INVALID,
                    null,
                    null,
                    Messages.plain("The codes are of two code systems or versions, '" + system + "' and '"
                            + b.system().header().versionedUrl() + "', which says nothing of subsumption")));
        }
        if (!a.system().knowsHierarchy()
                && !a.concept().code().equals(b.concept().code())) {
            throw TerminologyFailure.invalid(
                    Issue.error(
                            IssueType.NOTSUPPORTED,
                            null,
                            null,
                            Messages.plain(
                                    "Of the code system '" + system
                                            + "' there is a fragment here without its hierarchy: load a release to compare its codes")));
        }
        Parameters answer = new Parameters();
        answer.addParameter().setName("outcome").setValue(new CodeType(outcome(a.system(), a.concept(), b.concept())));
        return answer;
    }

    private static String outcome(CodeSystemProvider system, Concept a, Concept b) {
        if (a.code().equals(b.code())) {
            return "equivalent";
        }
        if (system.isAncestor(a, b)) {
            return "subsumes";
        }
        return system.isAncestor(b, a) ? "subsumed-by" : "not-subsumed";
    }
}
