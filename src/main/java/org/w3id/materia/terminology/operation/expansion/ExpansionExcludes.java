package org.w3id.materia.terminology.operation.expansion;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.operation.request.CompositionChecks;

/** What a value set excludes → the exclusions of its expansion. */
final class ExpansionExcludes {
    private final ComposedSystems systems;
    private final ComposedVersions composed;
    private final ExpansionImports imported;
    private final Gathering gathering;

    ExpansionExcludes(
            ComposedSystems systems, ComposedVersions composed, ExpansionImports imported, Gathering gathering) {
        this.systems = systems;
        this.composed = composed;
        this.imported = imported;
        this.gathering = gathering;
    }

    /** @param place of the exclude in the value set, for messages */
    void exclude(ConceptSetComponent set, String place) {
        if (set.hasValueSet() || set.hasConcept() || set.getFilter().size() > 1) {
            gathering.flatten();
        }
        List<Expansion> imports = imported.expand(set, gathering.facts());
        if (!set.hasSystem()) {
            if (!imports.isEmpty()) {
                imports.get(0).members().keys().stream()
                        .filter(k -> imports.stream().allMatch(i -> i.members().has(k)))
                        .forEach(k ->
                                gathering.excluded().add(gathering.members().key(k)));
            }
            return;
        }
        CodeSystemProvider system = systems.of(set);
        gathering.facts().see(system.header());
        Predicate<Concept> inImports = c -> imports.stream()
                .allMatch(i -> i.members().has(gathering.members().key(system, c)));
        if (set.hasConcept()) {
            set.getConcept().stream()
                    .map(c -> system.locate(c.getCode()))
                    .flatMap(Optional::stream)
                    .filter(inImports)
                    .forEach(c -> gathering.excluded().add(gathering.members().key(system, c)));
        } else if (set.hasFilter()) {
            CompositionChecks.filters(set, place, system);
            excludeAll(system, set, inImports);
        } else if (set.hasValueSet() || composed.match()) {
            excludeAll(system, set, inImports);
        } else {
            gathering.excluded().addSystem(composed.several() ? system.header().versionedUrl() : set.getSystem());
        }
    }

    private void excludeAll(CodeSystemProvider system, ConceptSetComponent set, Predicate<Concept> inImports) {
        ConceptQuery query = ConceptQuery.of(CompositionChecks.stated(set));
        int found = system.select(query, 0, 0).total();
        if (found > ExpansionLimit.GATHERED) {
            throw gathering.tooCostly();
        }
        system.select(query, 0, found).concepts().stream()
                .filter(inImports)
                .forEach(c -> gathering.excluded().add(gathering.members().key(system, c)));
    }
}
