package org.w3id.materia.terminology.operation.expansion;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.model.TimeBudget;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.codesystem.TextFilter;
import org.w3id.materia.terminology.codesystem.VersionedConcept;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.CompositionChecks;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;

/** What an expansion has gathered, and what its request and the value set let in. */
final class Gathering {
    private final TerminologyRequest request;
    private final ValueSet valueSet;
    private final ExpansionLimit limit;
    private final TextFilter text;
    private final boolean excludeInactive;
    private final ExpansionMembers members;
    private final ExpansionEntry entries;
    private final ExpansionFacts facts;
    private final Exclusions excluded = new Exclusions();
    private boolean canBeHierarchy = true;

    /** @param composed which versions of its code systems the value set takes */
    Gathering(TerminologyRequest request, ValueSet valueSet, ExpansionLimit limit, ComposedVersions composed) {
        this.request = request;
        this.valueSet = valueSet;
        this.limit = limit;
        text = new TextFilter(request.text("filter"));
        excludeInactive = CompositionChecks.excludesInactive(valueSet) || request.is("activeOnly", false);
        members = new ExpansionMembers(composed.several() && !composed.match());
        entries = new ExpansionEntry(request, composed.several());
        facts = new ExpansionFacts(valueSet);
    }

    TextFilter text() {
        return text;
    }

    ExpansionMembers members() {
        return members;
    }

    ExpansionEntry entries() {
        return entries;
    }

    ExpansionFacts facts() {
        return facts;
    }

    Exclusions excluded() {
        return excluded;
    }

    /** Takes the order in which members are found for the only one. */
    void flatten() {
        canBeHierarchy = false;
    }

    boolean canBeHierarchy() {
        return canBeHierarchy;
    }

    /** What is asked of a code system that is too large for a look at every concept. */
    ConceptQuery query(ConceptSetComponent set) {
        return new ConceptQuery(
                CompositionChecks.stated(set), text, excludeInactive, request.is("excludeNotForUI", false));
    }

    /**
     * Takes a concept in, where nothing keeps it out.
     *
     * @param parent member that it comes under; null for none
     * @param imports value sets that it has to be in, each of them
     * @return null where it does not become a member
     */
    ExpandedConcept offer(
            CodeSystemProvider system, OfferedConcept offer, ExpandedConcept parent, List<Expansion> imports) {
        TimeBudget.check();
        Concept concept = offer.concept();
        VersionedConcept key = members.key(system, concept);
        if (excludeInactive && concept.isInactive()
                || request.is("excludeNotForUI", false) && concept.isAbstract()
                || excluded.has(key)
                || !imports.stream().allMatch(i -> i.members().has(key))
                || !offer.hasText()
                        && !text.passes(concept.code(), offer.displays().designations())) {
            return null;
        }
        if (members.contains(key)) {
            canBeHierarchy = false;
            return null;
        }
        if (members.size() >= limit.codes() && !limit.isPaged()) {
            throw tooCostly();
        }
        facts.supplements(system.header());
        ExpandedConcept added = new ExpandedConcept(entries.of(system, concept, offer.displays(), offer.extensions()));
        members.add(key, added, parent);
        return added;
    }

    /** Takes a member of another value set in, where nothing keeps it out. */
    void take(VersionedConcept key, ExpandedConcept member) {
        VersionedConcept here = members.key(key);
        if (!excluded.has(here) && !members.contains(here)) {
            members.add(here, new ExpandedConcept(member.entry()), null);
        }
    }

    TerminologyFailure tooCostly() {
        return TerminologyFailure.tooCostly(Issue.error(
                IssueType.TOOCOSTLY, null, null, Messages.tooManyCodes(Canonicals.of(valueSet), limit.codes())));
    }
}
