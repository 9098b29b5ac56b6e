package org.w3id.materia.terminology.operation.expansion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Selection;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.codesystem.SafeRegex.UnusableRegexException;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.IssueKind;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.CompositionChecks;
import org.w3id.materia.terminology.operation.request.CompositionVersions;
import org.w3id.materia.terminology.operation.request.TerminologyResources;

/** The members of one value set, gathered from its definition (FHIR R4, 4.9.8 Value Set Expansion). */
public final class Expansion {
    /** Deeper hierarchies are answered flat: what reads JSON or XML has its own limits. */
    private static final int DEEPEST_NESTING = 100;

    private final TerminologyResources resources;
    private final ValueSet valueSet;
    private final ExpansionLimit limit;
    private final List<String> path;
    private final ComposedSystems systems;
    private final ComposedVersions composed;
    private final ExpansionImports imported;
    private final Gathering gathering;
    private int skipped;
    private int total;

    /** @param path canonicals of the value sets that lead to this one */
    public Expansion(TerminologyResources resources, ValueSet valueSet, ExpansionLimit limit, List<String> path) {
        this.resources = resources;
        this.valueSet = valueSet;
        this.limit = limit;
        this.path = new ArrayList<>(path);
        systems = new ComposedSystems(resources);
        composed = ComposedVersions.of(valueSet, resources.request());
        imported = new ExpansionImports(resources, valueSet, limit, this.path);
        gathering = new Gathering(resources.request(), valueSet, limit, composed);
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
        ComposedVersions.sets(valueSet).forEach(imported::check);
        ExpansionExcludes exclusions = new ExpansionExcludes(systems, composed, imported, gathering);
        for (int i = 0; i < excludes.size(); i++) {
            exclusions.exclude(excludes.get(i), "ValueSet.compose.exclude[" + i + "]");
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
            gathering.flatten();
        }
        if (!set.hasSystem()) {
            List<Expansion> imports = imported.expand(set, gathering.facts());
            if (!imports.isEmpty()) {
                take(imports.get(0), imports);
            }
            return;
        }
        CodeSystemProvider system = systems.of(set);
        gathering.facts().see(system.header());
        List<Expansion> imports = imported.expand(set, gathering.facts());
        if (!set.hasConcept() && !system.isEnumerable()) {
            throw gathering.tooCostly();
        }
        if (set.hasConcept()) {
            set.getConcept().forEach(c -> includeListed(system, c, imports));
        } else if (!gathering.text().isEmpty() && system.typed(gathering.text()).isPresent()) {
            includeTyped(system, imports, CompositionChecks.filters(set, place, system));
        } else if (system.size() > limit.codes()) {
            CompositionChecks.filters(set, place, system);
            includeSelected(system, imports, set);
        } else if (set.hasFilter()) {
            List<Predicate<Concept>> tests = CompositionChecks.filters(set, place, system);
            includeAll(system, imports, c -> tests.stream().allMatch(t -> t.test(c)));
        } else if (gathering.text().isEmpty()) {
            includeWhole(system, imports);
        } else {
            gathering.flatten();
            includeAll(system, imports, c -> true);
        }
    }

    /** In the order in which the code system finds them. */
    private void includeTyped(CodeSystemProvider system, List<Expansion> imports, List<Predicate<Concept>> tests) {
        gathering.flatten();
        system.typed(gathering.text()).orElseThrow().stream()
                .filter(c -> tests.stream().allMatch(t -> t.test(c)))
                .forEach(c -> gathering.offer(system, OfferedConcept.found(c), null, imports));
    }

    private void take(Expansion first, List<Expansion> imports) {
        gathering.flatten();
        gathering.facts().take(first.facts());
        first.members().forEach((key, member) -> {
            if (imports.stream().allMatch(i -> i.members().has(key))) {
                gathering.take(key, member);
            }
        });
        first.entries().defineInto(gathering.entries());
    }

    private void includeListed(CodeSystemProvider system, ConceptReferenceComponent listed, List<Expansion> imports) {
        Optional<Concept> located = system.locate(listed.getCode());
        if (located.isEmpty()) {
            return;
        }
        gathering.offer(system, OfferedConcept.listed(located.get(), listed, valueSet.getLanguage()), null, imports);
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
                        .map(p -> gathering.members().get(gathering.members().key(system, p)))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
                gathering.offer(system, OfferedConcept.of(concept), parent, imports);
            }
        }
    }

    /** From a code system that is too large for a look at every concept. */
    private void includeSelected(CodeSystemProvider system, List<Expansion> imports, ConceptSetComponent set) {
        ConceptQuery query = gathering.query(set);
        if (limit.isPaged() && ComposedVersions.sets(valueSet).size() == 1 && imports.isEmpty()) {
            gathering.flatten();
            skipped = limit.page().first();
            Selection page = system.select(query, skipped, limit.page().most());
            page.concepts().forEach(c -> gathering.offer(system, OfferedConcept.found(c), null, imports));
            total = page.total();
            return;
        }
        int found = system.select(query, 0, 0).total();
        if (found > ExpansionLimit.GATHERED
                || !limit.isPaged()
                        && imports.isEmpty()
                        && found - gathering.excluded().size() > limit.codes()) {
            throw gathering.tooCostly();
        }
        if (!gathering.text().isEmpty()) {
            gathering.flatten();
        }
        includeAll(system, imports, system.select(query, 0, found).concepts(), c -> true);
    }

    private void includeWhole(CodeSystemProvider system, List<Expansion> imports) {
        if (imports.isEmpty() && system.size() > limit.codes() && !limit.isPaged()) {
            throw gathering.tooCostly();
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
            if (!isNew || open.size() > DEEPEST_NESTING) {
                gathering.flatten();
            }
            if (isNew) {
                ExpandedConcept added = gathering.offer(system, OfferedConcept.of(concept), level.parent(), imports);
                open.push(new Level(system.children(concept).iterator(), added == null ? level.parent() : added));
            }
        }
    }

    /** Those that there are so far, and all of them once they are gathered. */
    public ExpansionMembers members() {
        return gathering.members();
    }

    /** Of what has been looked at so far. */
    public ExpansionFacts facts() {
        return gathering.facts();
    }

    /** What has made its entries, and knows the properties that they have, for the expansion to define them. */
    public ExpansionEntry entries() {
        return gathering.entries();
    }

    /** Whether codes are the same whatever the version of their code system. */
    public boolean versionsMatch() {
        return composed.match();
    }

    /**
     * Whether the members may be told as a hierarchy: not where one was found twice, and not where they were listed, imported, sought by
     * text or kept by several filters.
     */
    public boolean canBeHierarchy() {
        return gathering.canBeHierarchy();
    }

    /** Number of all members, also where only a page of them has been gathered. */
    public int size() {
        return Math.max(total, gathering.members().size());
    }

    /** How many members before the page were passed over, and not gathered. */
    public int skipped() {
        return skipped;
    }
}
