package org.w3id.materia.terminology.operation.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.PublicationState;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.CompositionChecks;
import org.w3id.materia.terminology.operation.request.CompositionVersions;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** Whether codings are in one value set, by its definition and without expanding it (FHIR R4, 4.9.9). */
public final class MembershipCheck {
    private final TerminologyResources resources;
    private final TerminologyRequest request;
    private final ValueSet valueSet;
    private final boolean internal;
    private final PublicationState state;
    private final VersionChoice versions;
    private final ConceptSetCheck sets;
    private final Map<String, MembershipCheck> imports = new HashMap<>();

    /** @param internal whether it stands for a whole code system, and nobody asked for it by name */
    public MembershipCheck(TerminologyResources resources, ValueSet valueSet, boolean internal) {
        this.resources = resources;
        this.request = resources.request();
        this.valueSet = valueSet;
        this.internal = internal;
        state = PublicationState.of(valueSet);
        versions = new VersionChoice(resources);
        sets = new ConceptSetCheck(request, valueSet);
    }

    ValueSet valueSet() {
        return valueSet;
    }

    PublicationState state() {
        return state;
    }

    boolean isInternal() {
        return internal;
    }

    /**
     * Finds all that the value set refers to.
     *
     * @param path canonicals of the value sets that lead to this one
     * @throws TerminologyFailure where its definition cannot be followed
     */
    public MembershipCheck prepare(List<String> path) {
        request.take(valueSet);
        CompositionChecks.requireSupplements(valueSet, resources);
        CompositionChecks.refuseLockedDate(valueSet);
        String canonical = Canonicals.of(valueSet);
        List<String> way = new ArrayList<>(path);
        if (canonical != null) {
            CompositionChecks.refuseCycle(canonical, path);
            way.add(canonical);
        }
        prepare("include", valueSet.getCompose().getInclude(), way);
        prepare("exclude", valueSet.getCompose().getExclude(), way);
        return this;
    }

    private void prepare(String role, List<ConceptSetComponent> sets, List<String> way) {
        for (int i = 0; i < sets.size(); i++) {
            ConceptSetComponent set = sets.get(i);
            String place = "ValueSet.compose." + role + "[" + i + "]";
            this.sets.place(set, place);
            for (CanonicalType reference : set.getValueSet()) {
                String canonical = resources.pinned(reference.getValue());
                if (!imports.containsKey(canonical)) {
                    ValueSet other = resources
                            .imported(canonical, valueSet)
                            .orElseThrow(() -> TerminologyFailure.notFound(Issue.error(
                                    IssueType.NOTFOUND,
                                    null,
                                    IssueKind.NOT_FOUND,
                                    Messages.unknownValueSet(canonical))));
                    imports.put(
                            canonical,
                            resources.imports().prepared(MembershipCheck.class, other, way, () -> new MembershipCheck(
                                            resources, other, false)
                                    .prepare(way)));
                }
            }
            resources
                    .codeSystem(set.getSystem(), set.getVersion())
                    .ifPresent(system -> CompositionChecks.filters(set, place, system));
        }
    }

    /**
     * Whether the coding is a member. What is to be said of it is added to its findings, and a system that it lacks is inferred where the
     * request wants that.
     *
     * @throws TerminologyFailure too costly where this is one check too many
     */
    public Verdict check(CodingCheck coding) {
        resources.imports().countCheck();
        if (coding.system() == null) {
            if (!request.is("inferSystem", false)) {
                coding.findings.add(
                        Issue.warning(IssueType.INVALID, coding.path, IssueKind.INVALID_DATA, Messages.noSystem()));
                return Verdict.OUT;
            }
            if (!new SystemInference(resources, valueSet).infer(coding)) {
                return Verdict.OUT;
            }
        }
        Verdict verdict = Verdict.OUT;
        String chosen = versions.chosen(valueSet, coding);
        for (ConceptSetComponent set :
                CompositionVersions.newestFirst(valueSet.getCompose().getInclude())) {
            verdict = checkInclude(set, coding, chosen);
            if (verdict == Verdict.UNDECIDED && set.hasSystem()) {
                return verdict;
            }
            if (verdict == Verdict.IN) {
                break;
            }
        }
        return verdict == Verdict.IN && isExcluded(coding) ? Verdict.OUT : verdict;
    }

    private Verdict checkInclude(ConceptSetComponent set, CodingCheck coding, String chosen) {
        Verdict verdict;
        if (set.getSystem() == null) {
            verdict = Verdict.IN;
        } else if (set.getSystem().equals(coding.system())
                && (chosen == null || chosen.equals(set.getVersion()))
                && versions.isFor(valueSet, set, coding.version())) {
            verdict = checkSystem(set, coding);
            if (verdict == Verdict.UNDECIDED) {
                return verdict;
            }
        } else {
            verdict = Verdict.OUT;
        }
        for (CanonicalType reference : set.getValueSet()) {
            MembershipCheck other = imports.get(resources.pinned(reference.getValue()));
            coding.findings.addStatus(other.state, state);
            if (verdict == Verdict.IN) {
                verdict = other.check(coding);
            }
        }
        return verdict;
    }

    private Verdict checkSystem(ConceptSetComponent set, CodingCheck coding) {
        String version = versions.of(set, coding);
        Optional<CodeSystemProvider> found =
                resources.exactCodeSystem(coding.system(), resources.rules().version(coding.system(), version));
        if (found.isEmpty()) {
            if (request.is("valueset-membership-only", false)) {
                return Verdict.OUT;
            }
            List<String> known = resources.versions(coding.system());
            String wanted = resources.rules().version(coding.system(), version);
            coding.findings.addUnknownSystem(
                    known.isEmpty() ? coding.system() : Canonicals.join(coding.system(), wanted),
                    Issue.error(
                            IssueType.NOTFOUND,
                            coding.at("system"),
                            IssueKind.NOT_FOUND,
                            Messages.unknownSystem(coding.system(), wanted, known)));
            return Verdict.UNDECIDED;
        }
        CodeSystemProvider system = found.get();
        resources.rules().issues(coding.system(), system.header().version()).forEach(coding.findings::addQuietly);
        coding.use(system.header());
        coding.findings.addStatus(system.header().publication(), state);
        if (sets.includes(set, system, coding)) {
            coding.found(system);
            return Verdict.IN;
        }
        return Verdict.OUT;
    }

    private boolean isExcluded(CodingCheck coding) {
        boolean match = CompositionVersions.versionsMatch(valueSet, request);
        for (ConceptSetComponent set : valueSet.getCompose().getExclude()) {
            boolean excluded = true;
            if (set.hasSystem()) {
                Optional<CodeSystemProvider> system = resources.codeSystem(set.getSystem(), set.getVersion());
                excluded = set.getSystem().equals(coding.system())
                        && system.filter(s -> match
                                        || !set.hasVersion()
                                        || coding.foundVersion() == null
                                        || coding.foundVersion()
                                                .equals(s.header().version()))
                                .filter(s -> sets.excludes(set, s, coding))
                                .isPresent();
            }
            for (CanonicalType reference : set.getValueSet()) {
                MembershipCheck other = imports.get(resources.pinned(reference.getValue()));
                coding.findings.addStatus(other.state, state);
                excluded = excluded && other.check(coding) == Verdict.IN;
            }
            if (excluded) {
                return true;
            }
        }
        return false;
    }
}
