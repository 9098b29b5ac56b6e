package org.w3id.materia.terminology.operation.validation;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.Extensions;
import org.w3id.materia.terminology.codesystem.SafeRegex.UnusableRegexException;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.CompositionChecks;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;

/** Whether an include or exclude of a value set has a code of its code system, and what there is to say of it (FHIR R4, 4.9.5). */
final class ConceptSetCheck {
    private static final String STANDARDS_STATUS =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status";
    private static final String DEPRECATED = "http://hl7.org/fhir/StructureDefinition/valueset-deprecated";

    private final TerminologyRequest request;
    private final ValueSet valueSet;
    private final IdentityHashMap<ConceptSetComponent, String> places = new IdentityHashMap<>();

    ConceptSetCheck(TerminologyRequest request, ValueSet valueSet) {
        this.request = request;
        this.valueSet = valueSet;
    }

    /** Remembers where a set stands, for what may be wrong with its filters. */
    void place(ConceptSetComponent set, String path) {
        places.put(set, path);
    }

    /** Whether a set to exclude has the code; nothing is said of it. */
    boolean excludes(ConceptSetComponent set, CodeSystemProvider system, CodingCheck coding) {
        return system.locate(coding.code())
                .filter(concept -> has(set, listed(set, coding), system, concept))
                .isPresent();
    }

    /** Whether a set to include has the code; what is found on the way becomes part of the coding's findings. */
    boolean includes(ConceptSetComponent set, CodeSystemProvider system, CodingCheck coding) {
        boolean whole = !set.hasConcept() && !set.hasFilter();
        Optional<Concept> located = system.locate(coding.code());
        if (located.isEmpty()) {
            return whole && acceptsUnknown(system, coding);
        }
        Concept concept = located.get();
        Optional<ConceptReferenceComponent> listed = listed(set, coding);
        if (!has(set, listed, system, concept)) {
            return false;
        }
        if (whole) {
            noteNormalForm(system, coding, concept);
        }
        coding.displays.add(concept);
        listed.ifPresent(c -> addDisplays(c, coding));
        if (!isAllowed(system, coding, concept, whole)) {
            return false;
        }
        listed.ifPresent(c -> noteDeprecation(c, system, coding));
        coding.noteState(concept);
        return true;
    }

    private static Optional<ConceptReferenceComponent> listed(ConceptSetComponent set, CodingCheck coding) {
        return set.getConcept().stream()
                .filter(c -> c.getCode().equals(coding.code()))
                .findFirst();
    }

    private boolean has(
            ConceptSetComponent set,
            Optional<ConceptReferenceComponent> listed,
            CodeSystemProvider system,
            Concept concept) {
        return (!set.hasConcept() || listed.isPresent()) && (!set.hasFilter() || passes(set, system, concept));
    }

    private boolean passes(ConceptSetComponent set, CodeSystemProvider system, Concept concept) {
        List<Predicate<Concept>> tests = CompositionChecks.filters(set, places.get(set), system);
        try {
            return tests.stream().allMatch(t -> t.test(concept));
        } catch (UnusableRegexException e) {
            throw TerminologyFailure.invalid(
                    Issue.error(IssueType.INVALID, null, IssueKind.VS_INVALID, Messages.plain(e.getMessage())));
        }
    }

    private boolean acceptsUnknown(CodeSystemProvider system, CodingCheck coding) {
        if (request.is("valueset-membership-only", false)) {
            return false;
        }
        if (system.header().isComplete()) {
            coding.findings.add(Issue.error(
                    IssueType.CODEINVALID,
                    coding.at("code"),
                    IssueKind.INVALID_CODE,
                    Messages.unknownCode(coding.code(), system.header())));
            return false;
        }
        coding.findings.addQuietly(Issue.warning(
                IssueType.CODEINVALID,
                coding.at("code"),
                IssueKind.INVALID_CODE,
                Messages.unknownCodeInFragment(coding.code(), system.header())));
        return true;
    }

    private static void noteNormalForm(CodeSystemProvider system, CodingCheck coding, Concept concept) {
        if (!concept.code().equals(coding.code())) {
            coding.normalize(concept.code());
            coding.findings.addQuietly(Issue.information(
                    IssueType.BUSINESSRULE,
                    coding.at("code"),
                    IssueKind.CODE_RULE,
                    Messages.caseDiffers(coding.code(), concept.code(), system.header())));
        }
    }

    private void addDisplays(ConceptReferenceComponent listed, CodingCheck coding) {
        if (listed.hasDisplay()) {
            coding.displays.add(Designation.display(null, listed.getDisplay().strip()));
        }
        listed.getDesignation()
                .forEach(d -> coding.displays.add(new Designation(
                        d.getLanguage(),
                        d.hasUse() ? d.getUse() : null,
                        d.getValue(),
                        false,
                        "active",
                        List.of(),
                        null)));
    }

    private boolean isAllowed(CodeSystemProvider system, CodingCheck coding, Concept concept, boolean whole) {
        if (concept.isAbstract() && !request.is("abstract", true)) {
            coding.findings.add(Issue.error(
                    IssueType.BUSINESSRULE,
                    coding.at("code"),
                    IssueKind.CODE_RULE,
                    Messages.abstractCode(system.header().url(), coding.code())));
            return false;
        }
        boolean excluded = CompositionChecks.excludesInactive(valueSet);
        if (concept.isInactive() && (excluded || whole && request.is("activeOnly", false))) {
            coding.noteState(concept);
            if (whole) {
                coding.findings.add(Issue.error(
                        IssueType.BUSINESSRULE,
                        coding.at("code"),
                        IssueKind.CODE_RULE,
                        Messages.inactiveCode(coding.code())));
            }
            return false;
        }
        return true;
    }

    private void noteDeprecation(ConceptReferenceComponent listed, CodeSystemProvider system, CodingCheck coding) {
        Extension standards = Extensions.first(listed, STANDARDS_STATUS);
        String status = standards != null ? standards.getValue().primitiveValue() : null;
        if (!"withdrawn".equals(status) && !"deprecated".equals(status)) {
            if (!listed.hasExtension(DEPRECATED)) {
                return;
            }
            status = "deprecated";
        }
        coding.findings.addQuietly(Issue.warning(
                IssueType.BUSINESSRULE,
                coding.at("code"),
                IssueKind.CODE_COMMENT,
                Messages.deprecatedInValueSet(system.header().url(), coding.code(), status, Canonicals.of(valueSet))));
    }
}
