package org.w3id.materia.terminology.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.PublicationState;
import org.w3id.materia.terminology.codesystem.SafeRegex.UnusableRegexException;
import org.w3id.materia.terminology.codesystem.Versions;

/** Whether codings are in one value set, by its definition and without expanding it (FHIR R4, 4.9.9). */
final class MembershipCheck {
    private static final String STANDARDS_STATUS =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status";
    private static final String DEPRECATED = "http://hl7.org/fhir/StructureDefinition/valueset-deprecated";

    private final TerminologyResources resources;
    private final TerminologyRequest request;
    private final ValueSet valueSet;
    private final boolean internal;
    private final PublicationState state;
    private final VersionChoice versions;
    private final Map<String, MembershipCheck> imports = new HashMap<>();
    private final IdentityHashMap<ConceptSetComponent, String> places = new IdentityHashMap<>();

    /** @param internal whether it stands for a whole code system, and nobody asked for it by name */
    MembershipCheck(TerminologyResources resources, ValueSet valueSet, boolean internal) {
        this.resources = resources;
        this.request = resources.request();
        this.valueSet = valueSet;
        this.internal = internal;
        state = PublicationState.of(valueSet);
        versions = new VersionChoice(resources);
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
    MembershipCheck prepare(List<String> path) {
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
            places.put(set, place);
            for (CanonicalType reference : set.getValueSet()) {
                String canonical = resources.pinned(reference.getValue());
                if (!imports.containsKey(canonical)) {
                    ValueSet other = resources
                            .valueSet(canonical, valueSet)
                            .orElseThrow(() -> TerminologyFailure.notFound(Issue.error(
                                    IssueType.NOTFOUND, null, "not-found", Messages.unknownValueSet(canonical))));
                    imports.put(canonical, resources.imports().membership(other, way, () -> new MembershipCheck(
                                    resources, other, false)
                            .prepare(way)));
                }
            }
            resources
                    .codeSystem(set.getSystem(), set.getVersion())
                    .ifPresent(system -> CompositionChecks.filters(set, place, system));
        }
    }

    Verdict check(CodingCheck coding) {
        resources.imports().countCheck();
        if (coding.system() == null) {
            if (!request.is("inferSystem", false)) {
                coding.findings.add(Issue.warning(IssueType.INVALID, coding.path, "invalid-data", Messages.noSystem()));
                return Verdict.OUT;
            }
            if (!infer(coding)) {
                return Verdict.OUT;
            }
        }
        Verdict verdict = Verdict.OUT;
        String chosen = versions.chosen(valueSet, coding);
        for (ConceptSetComponent set : newestFirst()) {
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

    private List<ConceptSetComponent> newestFirst() {
        List<ConceptSetComponent> sets = new ArrayList<>(valueSet.getCompose().getInclude());
        boolean comparable = sets.size() > 1
                && sets.stream()
                        .allMatch(s -> s.hasVersion()
                                && s.hasSystem()
                                && s.getSystem().equals(sets.get(0).getSystem()));
        if (comparable) {
            sets.sort(Comparator.comparing(ConceptSetComponent::getVersion, Versions.ORDER)
                    .reversed());
        }
        return sets;
    }

    private boolean infer(CodingCheck coding) {
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
            new Expansion(resources, valueSet, new ExpansionLimit(10_000, false), List.of())
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
        coding.findings.add(Issue.error(IssueType.NOTFOUND, "code", "cannot-infer", message));
        return false;
    }

    private Verdict checkInclude(ConceptSetComponent set, CodingCheck coding, String chosen) {
        Verdict verdict;
        if (!set.hasSystem()) {
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
                resources.exactCodeSystem(coding.system(), resources.ruledVersion(coding.system(), version));
        if (found.isEmpty()) {
            if (request.is("valueset-membership-only", false)) {
                return Verdict.OUT;
            }
            List<String> known = resources.versions(coding.system());
            String wanted = resources.ruledVersion(coding.system(), version);
            coding.findings.addUnknownSystem(
                    known.isEmpty() ? coding.system() : Canonicals.join(coding.system(), wanted),
                    Issue.error(
                            IssueType.NOTFOUND,
                            coding.at("system"),
                            "not-found",
                            Messages.unknownSystem(coding.system(), wanted, known)));
            return Verdict.UNDECIDED;
        }
        CodeSystemProvider system = found.get();
        resources.versionIssues(coding.system(), system.header().version()).forEach(coding.findings::addQuietly);
        coding.use(system.header());
        coding.findings.addStatus(system.header().publication(), state);
        if (checkConceptSet(set, system, coding, true)) {
            coding.found(system);
            return Verdict.IN;
        }
        return Verdict.OUT;
    }

    private boolean isExcluded(CodingCheck coding) {
        boolean match = VersionChoice.versionsMatch(valueSet, request);
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
                                .filter(s -> checkConceptSet(set, s, coding, false))
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

    /** @param including whether the set is one to include, so that what is found may be said */
    private boolean checkConceptSet(
            ConceptSetComponent set, CodeSystemProvider system, CodingCheck coding, boolean including) {
        Optional<Concept> located = system.locate(coding.code());
        if (located.isEmpty()) {
            return !set.hasConcept() && !set.hasFilter() && including && acceptsUnknown(system, coding);
        }
        Concept concept = located.get();
        Optional<ConceptReferenceComponent> listed = set.getConcept().stream()
                .filter(c -> c.getCode().equals(coding.code()))
                .findFirst();
        if (set.hasConcept() && listed.isEmpty() || set.hasFilter() && !passes(set, system, concept)) {
            return false;
        }
        if (!including) {
            return true;
        }
        if (!set.hasConcept() && !set.hasFilter()) {
            noteNormalForm(system, coding, concept);
        }
        coding.displays.add(concept);
        listed.ifPresent(c -> addDisplays(c, coding));
        if (!isAllowed(system, coding, concept, !set.hasConcept() && !set.hasFilter())) {
            return false;
        }
        listed.ifPresent(c -> noteDeprecation(c, system, coding));
        coding.noteState(concept);
        return true;
    }

    private boolean passes(ConceptSetComponent set, CodeSystemProvider system, Concept concept) {
        List<Predicate<Concept>> tests = CompositionChecks.filters(set, places.get(set), system);
        try {
            return tests.stream().allMatch(t -> t.test(concept));
        } catch (UnusableRegexException e) {
            throw TerminologyFailure.invalid(
                    Issue.error(IssueType.INVALID, null, "vs-invalid", Messages.plain(e.getMessage())));
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
                    "invalid-code",
                    Messages.unknownCode(coding.code(), system.header())));
            return false;
        }
        coding.findings.addQuietly(Issue.warning(
                IssueType.CODEINVALID,
                coding.at("code"),
                "invalid-code",
                Messages.unknownCodeInFragment(coding.code(), system.header())));
        return true;
    }

    private static void noteNormalForm(CodeSystemProvider system, CodingCheck coding, Concept concept) {
        if (!concept.code().equals(coding.code())) {
            coding.normalize(concept.code());
            coding.findings.addQuietly(Issue.information(
                    IssueType.BUSINESSRULE,
                    coding.at("code"),
                    "code-rule",
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
                    "code-rule",
                    Messages.abstractCode(system.header().url(), coding.code())));
            return false;
        }
        boolean excluded = CompositionChecks.excludesInactive(valueSet);
        if (concept.isInactive() && (excluded || whole && request.is("activeOnly", false))) {
            coding.noteState(concept);
            if (whole) {
                coding.findings.add(Issue.error(
                        IssueType.BUSINESSRULE, coding.at("code"), "code-rule", Messages.inactiveCode(coding.code())));
            }
            return false;
        }
        return true;
    }

    private void noteDeprecation(ConceptReferenceComponent listed, CodeSystemProvider system, CodingCheck coding) {
        Extension standards = listed.getExtensionByUrl(STANDARDS_STATUS);
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
                "code-comment",
                Messages.deprecatedInValueSet(system.header().url(), coding.code(), status, Canonicals.of(valueSet))));
    }
}
