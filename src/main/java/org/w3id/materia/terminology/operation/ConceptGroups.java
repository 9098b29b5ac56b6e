package org.w3id.materia.terminology.operation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.operation.expansion.Expansion;
import org.w3id.materia.terminology.operation.expansion.ExpansionLimit;
import org.w3id.materia.terminology.operation.expansion.ExpansionPage;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;
import org.w3id.materia.terminology.operation.request.RequestedConcept;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** Concepts that belong together, as sets of codes: members of a value set, ancestors and descendants of a concept. */
public final class ConceptGroups {
    private static final int MOST = 100_000;

    private final TerminologyLibrary library;

    public ConceptGroups(TerminologyLibrary library) {
        this.library = library;
    }

    /**
     * The members of a value set by its canonical URL.
     *
     * @throws TerminologyFailure where it is not known, cannot be expanded, or has too many members
     */
    public Set<ConceptKey> members(String canonical) {
        TerminologyResources resources = resources();
        return members(
                resources
                        .valueSet(canonical)
                        .orElseThrow(() -> TerminologyFailure.notFound(Issue.error(
                                IssueType.NOTFOUND, null, IssueKind.NOT_FOUND, Messages.unknownValueSet(canonical)))),
                resources);
    }

    /**
     * The members of a value set.
     *
     * @throws TerminologyFailure where it cannot be expanded, or has too many members
     */
    public Set<ConceptKey> members(ValueSet valueSet) {
        return members(valueSet, resources());
    }

    private static Set<ConceptKey> members(ValueSet valueSet, TerminologyResources resources) {
        Expansion expansion =
                new Expansion(resources, valueSet, new ExpansionLimit(MOST, ExpansionPage.WHOLE), List.of()).gather();
        Set<ConceptKey> members = new LinkedHashSet<>();
        expansion.members().keys().forEach(k -> members.add(new ConceptKey(k.system(), k.code())));
        return members;
    }

    /**
     * A concept and all that it subsumes.
     *
     * @throws TerminologyFailure where it is not known, or they are too many
     */
    public Set<ConceptKey> descendants(ConceptKey concept) {
        return reached(concept, CodeSystemProvider::children);
    }

    /**
     * A concept and all that subsume it.
     *
     * @throws TerminologyFailure where it is not known
     */
    public Set<ConceptKey> ancestors(ConceptKey concept) {
        return reached(concept, CodeSystemProvider::parents);
    }

    private interface Step {
        List<Concept> from(CodeSystemProvider system, Concept concept);
    }

    private Set<ConceptKey> reached(ConceptKey start, Step step) {
        CodeSystemProvider system = RequestedConcept.system(resources(), start.system(), null);
        Deque<Concept> open = new ArrayDeque<>();
        open.add(RequestedConcept.locate(system, start.code()).concept());
        Set<ConceptKey> reached = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Concept concept = open.remove();
            if (!reached.add(new ConceptKey(start.system(), concept.code()))) {
                continue;
            }
            if (reached.size() > MOST) {
                throw TerminologyFailure.tooCostly(Issue.error(
                        IssueType.TOOCOSTLY,
                        null,
                        null,
                        Messages.plain("'" + start.code() + "' has more than " + MOST + " descendants")));
            }
            open.addAll(step.from(system, concept));
        }
        return reached;
    }

    private TerminologyResources resources() {
        return new TerminologyResources(library, new TerminologyRequest(new Parameters(), null, false));
    }
}
