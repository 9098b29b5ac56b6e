package org.w3id.materia.terminology.operation.validation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.operation.expansion.Expansion;
import org.w3id.materia.terminology.operation.expansion.ExpansionLimit;
import org.w3id.materia.terminology.operation.expansion.ExpansionPage;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Message;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** Finds the code system of a code that came without one: that of the value set's only code of this name (parameter {@code inferSystem}). */
final class SystemInference {
    private final TerminologyResources resources;
    private final ValueSet valueSet;

    SystemInference(TerminologyResources resources, ValueSet valueSet) {
        this.resources = resources;
        this.valueSet = valueSet;
    }

    /** False where there is none, or more than one; the coding is told then. */
    boolean infer(CodingCheck coding) {
        Set<String> systems = new LinkedHashSet<>();
        boolean definite = valueSet.getCompose().getInclude().stream().allMatch(ConceptSetComponent::hasSystem)
                && valueSet.getCompose().getInclude().stream().noneMatch(ConceptSetComponent::hasValueSet);
        if (definite) {
            for (ConceptSetComponent set : valueSet.getCompose().getInclude()) {
                boolean has = set.hasConcept()
                        ? set.getConcept().stream().anyMatch(c -> c.getCode().equals(coding.code()))
                        : resources
                                .codeSystem(set.getSystem(), set.getVersion())
                                .flatMap(s -> s.locate(coding.code()))
                                .isPresent();
                if (has) {
                    systems.add(set.getSystem());
                }
            }
        } else {
            new Expansion(resources, valueSet, new ExpansionLimit(10_000, ExpansionPage.WHOLE), List.of())
                    .gather().members().keys().stream()
                            .filter(k -> k.code().equals(coding.code()))
                            .forEach(k -> systems.add(k.system()));
        }
        if (systems.size() == 1) {
            coding.infer(systems.iterator().next());
            return true;
        }
        Message message = systems.isEmpty()
                ? Messages.systemNotInferred(coding.code(), Canonicals.of(valueSet))
                : Messages.severalSystems(coding.code(), Canonicals.of(valueSet), List.copyOf(systems));
        coding.findings.add(Issue.error(IssueType.NOTFOUND, "code", IssueKind.CANNOT_INFER, message));
        return false;
    }
}
