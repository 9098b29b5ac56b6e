package org.w3id.materia.terminology.operation.expansion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.model.TimeBudget;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Selection;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.codesystem.SafeRegex.UnusableRegexException;
import org.w3id.materia.terminology.codesystem.TextFilter;
import org.w3id.materia.terminology.codesystem.VersionedConcept;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.CompositionChecks;
import org.w3id.materia.terminology.operation.request.CompositionVersions;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** The members of one value set, gathered from its definition (FHIR R4, 4.9.8 Value Set Expansion). */
public final class Expansion {
    /** Deeper hierarchies are answered flat: what reads JSON or XML has its own limits. */
    private static final int DEEPEST_NESTING = 100;

    private final TerminologyResources resources;
    private final TerminologyRequest request;
    private final ValueSet valueSet;
    private final ExpansionLimit limit;
    private final TextFilter text;
    private final boolean withVersion;
    private final boolean versionsMatch;
    private final boolean excludeInactive;
    private final List<String> path;
    private final ExpansionImports imported;
    private final ExpansionEntry entries;
    private final ExpansionFacts facts;
    private final ExpansionMembers members;
    private final Exclusions excluded = new Exclusions();
    private boolean canBeHierarchy = true;
    private int skipped;
    private int total;

    /** @param path canonicals of the value sets that lead to this one */
    public Expansion(TerminologyResources resources, ValueSet valueSet, ExpansionLimit limit, List<String> path) {
        this.resources = resources;
        this.request = resources.request();
        this.valueSet = valueSet;
        this.limit = limit;
        this.path = new ArrayList<>(path);
        imported = new ExpansionImports(resources, valueSet, limit, this.path);
        text = new TextFilter(request.text("filter"));
        withVersion = severalVersions();
        versionsMatch = CompositionVersions.versionsMatch(valueSet, request);
        excludeInactive = CompositionChecks.excludesInactive(valueSet) || request.is("activeOnly", false);
        members = new ExpansionMembers(withVersion && !versionsMatch);
        entries = new ExpansionEntry(request, withVersion);
        facts = new ExpansionFacts(valueSet);
    }

    /** Whether the value set takes several versions of one code system, so that a code says nothing without it. */
    private boolean severalVersions() {
        Map<String, Set<String>> versions = new LinkedHashMap<>();
        all().forEach(set -> versions.computeIfAbsent(set.hasSystem() ? set.getSystem() : "", k -> new HashSet<>())
                .add(set.hasVersion() ? set.getVersion() : ""));
        return versions.values().stream().anyMatch(v -> v.size() > 1);
    }

    private List<ConceptSetComponent> all() {
        List<ConceptSetComponent> sets = new ArrayList<>(valueSet.getCompose().getInclude());
        sets.addAll(valueSet.getCompose().getExclude());
        return sets;
    }

    /** @throws TerminologyFailure where the members cannot be told, or are too many */
    public Expansion gather() {
        CompositionChecks.requireSupplements(valueSet, resources);
        CompositionChecks.refuseLockedDate(valueSet);
        String canonical = Canonicals.of(valueSet);
        if (canonical != null) {
            CompositionChecks.refuseCycle(canonical, path);
            path.add(canonical);
        }
        List<ConceptSetComponent> includes = valueSet.getCompose().getInclude();
        List<ConceptSetComponent> excludes = valueSet.getCompose().getExclude();
        all().forEach(imported::check);
        for (int i = 0; i < excludes.size(); i++) {
            exclude(excludes.get(i), "ValueSet.compose.exclude[" + i + "]");
        }
        IdentityHashMap<ConceptSetComponent, Integer> places = new IdentityHashMap<>();
        includes.forEach(set -> places.put(set, places.size()));
        for (ConceptSetComponent set : CompositionVersions.newestFirst(includes)) {
            include(set, "ValueSet.compose.include[" + places.get(set) + "]");
        }
        return this;
    }

    private void include(ConceptSetComponent set, String place) {
        if (set.hasValueSet() || set.hasConcept() || set.getFilter().size() > 1) {
            canBeHierarchy = false;
        }
        if (!set.hasSystem()) {
            List<Expansion> imports = imported.expand(set, facts);
            if (!imports.isEmpty()) {
                take(imports.get(0), imports);
            }
            return;
        }
        CodeSystemProvider system = system(set);
        facts.see(system.header());
        List<Expansion> imports = imported.expand(set, facts);
        if (!set.hasConcept() && !system.isEnumerable()) {
            throw tooCostly();
        }
        if (set.hasConcept()) {
            set.getConcept().forEach(c -> includeListed(system, c, imports));
        } else if (!text.isEmpty() && system.typed(text).isPresent()) {
            includeTyped(system, imports, CompositionChecks.filters(set, place, system));
        } else if (system.size() > limit.codes()) {
            CompositionChecks.filters(set, place, system);
            includeSelected(system, imports, set);
        } else if (set.hasFilter()) {
            List<Predicate<Concept>> tests = CompositionChecks.filters(set, place, system);
            includeAll(system, imports, c -> tests.stream().allMatch(t -> t.test(c)));
        } else if (text.isEmpty()) {
            includeWhole(system, imports);
        } else {
            canBeHierarchy = false;
            includeAll(system, imports, c -> true);
        }
    }

    /** In the order in which the code system finds them. */
    private void includeTyped(CodeSystemProvider system, List<Expansion> imports, List<Predicate<Concept>> tests) {
        canBeHierarchy = false;
        system.typed(text).orElseThrow().stream()
                .filter(c -> tests.stream().allMatch(t -> t.test(c)))
                .forEach(c -> offer(system, OfferedConcept.found(c), null, imports));
    }

    private CodeSystemProvider system(ConceptSetComponent set) {
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

    private void take(Expansion first, List<Expansion> imports) {
        canBeHierarchy = false;
        facts.take(first.facts);
        first.members.forEach((key, member) -> {
            VersionedConcept here = members.key(key);
            if (imports.stream().allMatch(i -> i.members().has(key))
                    && !excluded.has(here)
                    && !members.contains(here)) {
                members.add(here, new ExpandedConcept(member.entry()), null);
            }
        });
        first.entries.defineInto(entries);
    }

    private void includeListed(CodeSystemProvider system, ConceptReferenceComponent listed, List<Expansion> imports) {
        Optional<Concept> located = system.locate(listed.getCode());
        if (located.isEmpty()) {
            return;
        }
        offer(system, OfferedConcept.listed(located.get(), listed, valueSet.getLanguage()), null, imports);
    }

    private void includeAll(CodeSystemProvider system, List<Expansion> imports, Predicate<Concept> test) {
        includeAll(system, imports, system.concepts(), test);
    }

    private void includeAll(
            CodeSystemProvider system, List<Expansion> imports, Iterable<Concept> concepts, Predicate<Concept> test) {
        for (Concept concept : concepts) {
            boolean passes;
            try {
                passes = test.test(concept);
            } catch (UnusableRegexException e) {
                throw TerminologyFailure.invalid(
                        Issue.error(IssueType.INVALID, null, IssueKind.VS_INVALID, Messages.plain(e.getMessage())));
            }
            if (passes) {
                ExpandedConcept parent = system.parents(concept).stream()
                        .map(p -> members.get(members.key(system, p)))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
                offer(system, OfferedConcept.of(concept), parent, imports);
            }
        }
    }

    /** From a code system that is too large for a look at every concept. */
    private void includeSelected(CodeSystemProvider system, List<Expansion> imports, ConceptSetComponent set) {
        ConceptQuery query = new ConceptQuery(
                CompositionChecks.stated(set), text, excludeInactive, request.is("excludeNotForUI", false));
        if (limit.isPaged() && all().size() == 1 && imports.isEmpty()) {
            canBeHierarchy = false;
            skipped = limit.page().first();
            Selection page = system.select(query, skipped, limit.page().most());
            page.concepts().forEach(c -> offer(system, OfferedConcept.found(c), null, imports));
            total = page.total();
            return;
        }
        int found = system.select(query, 0, 0).total();
        if (found > ExpansionLimit.GATHERED
                || !limit.isPaged() && imports.isEmpty() && found - excluded.size() > limit.codes()) {
            throw tooCostly();
        }
        canBeHierarchy &= text.isEmpty();
        includeAll(system, imports, system.select(query, 0, found).concepts(), c -> true);
    }

    private void includeWhole(CodeSystemProvider system, List<Expansion> imports) {
        if (imports.isEmpty() && system.size() > limit.codes() && !limit.isPaged()) {
            throw tooCostly();
        }
        includeTree(system, imports);
    }

    /** A concept's children that are still to be looked at, and the member that they come under. */
    private record Level(Iterator<Concept> concepts, ExpandedConcept parent) {}

    /** Parents before their children, each concept once; without recursion, as a hierarchy can be of any depth. */
    private void includeTree(CodeSystemProvider system, List<Expansion> imports) {
        Set<String> seen = new HashSet<>();
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(system.roots().iterator(), null));
        while (!open.isEmpty()) {
            Level level = open.peek();
            if (!level.concepts().hasNext()) {
                open.pop();
                continue;
            }
            Concept concept = level.concepts().next();
            boolean isNew = seen.add(concept.code());
            canBeHierarchy &= isNew && open.size() <= DEEPEST_NESTING;
            if (isNew) {
                ExpandedConcept added = offer(system, OfferedConcept.of(concept), level.parent(), imports);
                open.push(new Level(system.children(concept).iterator(), added == null ? level.parent() : added));
            }
        }
    }

    /** Null where it does not become a member. */
    private ExpandedConcept offer(
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

    private TerminologyFailure tooCostly() {
        return TerminologyFailure.tooCostly(Issue.error(
                IssueType.TOOCOSTLY, null, null, Messages.tooManyCodes(Canonicals.of(valueSet), limit.codes())));
    }

    private void exclude(ConceptSetComponent set, String place) {
        if (set.hasValueSet() || set.hasConcept() || set.getFilter().size() > 1) {
            canBeHierarchy = false;
        }
        List<Expansion> imports = imported.expand(set, facts);
        if (!set.hasSystem()) {
            if (!imports.isEmpty()) {
                imports.get(0).members().keys().stream()
                        .filter(k -> imports.stream().allMatch(i -> i.members().has(k)))
                        .forEach(k -> excluded.add(members.key(k)));
            }
            return;
        }
        CodeSystemProvider system = system(set);
        facts.see(system.header());
        Predicate<Concept> inImports =
                c -> imports.stream().allMatch(i -> i.members().has(members.key(system, c)));
        if (set.hasConcept()) {
            set.getConcept().stream()
                    .map(c -> system.locate(c.getCode()))
                    .flatMap(Optional::stream)
                    .filter(inImports)
                    .forEach(c -> excluded.add(members.key(system, c)));
        } else if (set.hasFilter()) {
            CompositionChecks.filters(set, place, system);
            excludeAll(system, set, inImports);
        } else if (set.hasValueSet() || versionsMatch) {
            excludeAll(system, set, inImports);
        } else {
            excluded.addSystem(withVersion ? system.header().versionedUrl() : set.getSystem());
        }
    }

    private void excludeAll(CodeSystemProvider system, ConceptSetComponent set, Predicate<Concept> inImports) {
        ConceptQuery query = ConceptQuery.of(CompositionChecks.stated(set));
        int found = system.select(query, 0, 0).total();
        if (found > ExpansionLimit.GATHERED) {
            throw tooCostly();
        }
        system.select(query, 0, found).concepts().stream()
                .filter(inImports)
                .forEach(c -> excluded.add(members.key(system, c)));
    }

    /** Those that there are so far, and all of them once they are gathered. */
    public ExpansionMembers members() {
        return members;
    }

    public ExpansionFacts facts() {
        return facts;
    }

    public ExpansionEntry entries() {
        return entries;
    }

    /** Whether codes are the same whatever the version of their code system. */
    public boolean versionsMatch() {
        return versionsMatch;
    }

    public boolean canBeHierarchy() {
        return canBeHierarchy;
    }

    /** Number of all members, also where only a page of them has been gathered. */
    public int size() {
        return Math.max(total, members.size());
    }

    /** How many members before the page were passed over, and not gathered. */
    public int skipped() {
        return skipped;
    }
}
