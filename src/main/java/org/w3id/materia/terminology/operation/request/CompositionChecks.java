package org.w3id.materia.terminology.operation.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetFilterComponent;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Filter;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.Extensions;
import org.w3id.materia.terminology.codesystem.SafeRegex.UnusableRegexException;
import org.w3id.materia.terminology.ecl.UnusableConstraintException;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;

/** What the definition of a value set asks of a code system, and what of it cannot be done. */
public final class CompositionChecks {
    private static final String SUPPLEMENT = "http://hl7.org/fhir/StructureDefinition/valueset-supplement";
    private static final int DEEPEST = 100;
    private static final String R5_OPERATOR =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.compose.include.filter.op";

    private CompositionChecks() {}

    /** Supplements that a value set cannot be without. */
    public static void requireSupplements(ValueSet valueSet, TerminologyResources resources) {
        for (Extension extension : valueSet.getExtensionsByUrl(SUPPLEMENT)) {
            resources.require(extension.getValue().primitiveValue());
        }
    }

    /**
     * The tests of a concept set's filters, all of which a concept has to pass.
     *
     * @param path of the concept set
     * @throws TerminologyFailure where a filter has no value, or is not understood
     */
    public static List<Predicate<Concept>> filters(ConceptSetComponent set, String path, CodeSystemProvider system) {
        List<Predicate<Concept>> tests = new ArrayList<>();
        for (int i = 0; i < set.getFilter().size(); i++) {
            ConceptSetFilterComponent filter = set.getFilter().get(i);
            String place = path + ".filter[" + i + "]";
            String operator = operator(filter);
            if (filter.getValue() == null || filter.getValue().isEmpty()) {
                throw TerminologyFailure.invalid(Issue.error(
                        IssueType.INVALID,
                        place,
                        IssueKind.VS_INVALID,
                        Messages.filterWithoutValue(system.header().url(), filter.getProperty(), operator)));
            }
            Optional<Predicate<Concept>> test;
            try {
                test = system.filter(new Filter(filter.getProperty(), operator, filter.getValue()));
            } catch (UnusableRegexException | UnusableConstraintException e) {
                throw TerminologyFailure.invalid(
                        Issue.error(IssueType.INVALID, place, IssueKind.VS_INVALID, Messages.plain(e.getMessage())));
            }
            tests.add(test.orElseThrow(() -> TerminologyFailure.invalid(Issue.error(
                    IssueType.NOTSUPPORTED,
                    place,
                    IssueKind.VS_INVALID,
                    Messages.filterNotUnderstood(filter.getProperty(), operator, filter.getValue())))));
        }
        return tests;
    }

    /** The filters themselves; whether they are understood is for {@link #filters} to say. */
    public static List<Filter> stated(ConceptSetComponent set) {
        return set.getFilter().stream()
                .map(f -> new Filter(f.getProperty(), operator(f), f.getValue()))
                .toList();
    }

    private static String operator(ConceptSetFilterComponent filter) {
        if (filter.getOp() != null && filter.getOp() != ValueSet.FilterOperator.NULL) {
            return filter.getOp().toCode();
        }
        Extension newer = Extensions.first(filter, R5_OPERATOR);
        if (newer == null && filter.getOpElement() != null) {
            newer = Extensions.first(filter.getOpElement(), R5_OPERATOR);
        }
        return newer == null ? "" : newer.getValue().primitiveValue();
    }

    /** @throws TerminologyFailure where the definition is locked to a date, of which nothing is known here */
    public static void refuseLockedDate(ValueSet valueSet) {
        if (valueSet.getCompose().hasLockedDate()) {
            throw TerminologyFailure.invalid(Issue.error(
                    IssueType.BUSINESSRULE,
                    null,
                    null,
                    Messages.plain("Cannot process ValueSet " + valueSet.getUrl()
                            + " due to the presence of a lockedDate on the compose")));
        }
    }

    /** @throws TerminologyFailure where the value set is already on the way that led to it, or the way is too long */
    public static void refuseCycle(String canonical, List<String> path) {
        if (path.size() >= DEEPEST) {
            throw TerminologyFailure.tooCostly(Issue.error(
                    IssueType.TOOCOSTLY,
                    null,
                    null,
                    Messages.plain("Value sets import each other more than " + DEEPEST + " times in a row, down to "
                            + canonical)));
        }
        if (path.contains(canonical)) {
            throw TerminologyFailure.invalid(
                    Issue.error(IssueType.PROCESSING, null, IssueKind.VS_INVALID, Messages.cycle(canonical, path)));
        }
    }

    /**
     * Whether the definition says that inactive codes are no members ({@code compose.inactive} false); where it says nothing, they may be.
     */
    public static boolean excludesInactive(ValueSet valueSet) {
        return valueSet.getCompose().hasInactive() && !valueSet.getCompose().getInactive();
    }
}
