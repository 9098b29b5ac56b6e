package org.w3id.materia.terminology.operation.expansion;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.PublicationState;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** The value sets that a value set takes members from (FHIR R4, ValueSet.compose.include.valueSet). */
final class ExpansionImports {
    private final TerminologyResources resources;
    private final ValueSet valueSet;
    private final ExpansionLimit limit;
    private final List<String> path;

    /** @param path canonicals of the value sets that lead to this one, with itself when it is being expanded */
    ExpansionImports(TerminologyResources resources, ValueSet valueSet, ExpansionLimit limit, List<String> path) {
        this.resources = resources;
        this.valueSet = valueSet;
        this.limit = limit;
        this.path = path;
    }

    /** @throws TerminologyFailure where one of the value sets is not known */
    void check(ConceptSetComponent set) {
        set.getValueSet().forEach(this::find);
    }

    private ValueSet find(CanonicalType reference) {
        String canonical = resources.pinned(reference.getValue());
        return resources
                .imported(canonical, valueSet)
                .orElseThrow(() -> TerminologyFailure.notFound(Issue.error(
                        IssueType.NOTFOUND,
                        null,
                        IssueKind.NOT_FOUND,
                        Messages.unknownImport(Canonicals.url(canonical), Canonicals.version(canonical)))));
    }

    /**
     * Their members.
     *
     * @param facts are told which they are
     */
    List<Expansion> expand(ConceptSetComponent set, ExpansionFacts facts) {
        List<Expansion> all = new ArrayList<>();
        for (CanonicalType reference : set.getValueSet()) {
            ValueSet other = find(reference);
            Expansion expansion = resources.imports().prepared(Expansion.class, other, path, () -> new Expansion(
                            resources, other, limit.ofImport(), path)
                    .gather());
            facts.see(PublicationState.of(other));
            if (!reference.getValue().startsWith("#")) {
                facts.uses("used-valueset", Canonicals.of(other));
            }
            all.add(expansion);
        }
        return all;
    }
}
