package org.w3id.materia.terminology.codesystem.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptFilters;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.codesystem.supplement.SupplementEntry;

/** A code system that is a resource, held in memory, with the supplements that apply to it. */
public final class ResourceCodeSystem implements CodeSystemProvider {
    private final CodeSystemHeader header;
    private final Map<String, ResourceConcept> byCode = new LinkedHashMap<>();
    private final Map<String, ResourceConcept> byFoldedCode = new LinkedHashMap<>();
    private final Map<String, Set<String>> parents = new LinkedHashMap<>();
    private final Map<String, Set<String>> children = new LinkedHashMap<>();
    private final ConceptFilters filters = new ConceptFilters(this);

    public ResourceCodeSystem(CodeSystem resource, List<CodeSystem> supplements) {
        header = CodeSystemHeader.of(resource, supplements);
        add(resource.getConcept(), null);
        byCode.values().forEach(this::addStatedHierarchy);
        for (CodeSystem supplement : supplements) {
            supplement(supplement, supplement.getConcept());
        }
    }

    private void add(List<ConceptDefinitionComponent> concepts, String parent) {
        for (ConceptDefinitionComponent definition : concepts) {
            ResourceConcept concept = new ResourceConcept(definition, header);
            byCode.putIfAbsent(concept.code(), concept);
            byFoldedCode.putIfAbsent(concept.code().toLowerCase(Locale.ROOT), concept);
            if (parent != null) {
                link(parent, concept.code());
            }
            add(definition.getConcept(), concept.code());
        }
    }

    /** Polyhierarchies are stated by properties (FHIR R4, 4.8.11 and 4.8.12: parent, child, subsumedBy). */
    private void addStatedHierarchy(ResourceConcept concept) {
        for (ConceptProperty property : concept.properties()) {
            String other = property.text();
            if (other == null || !byCode.containsKey(other)) {
                continue;
            }
            if (property.means("parent") || property.means("subsumedBy")) {
                link(other, concept.code());
            } else if (property.means("child")) {
                link(concept.code(), other);
            }
        }
    }

    private void link(String parent, String child) {
        children.computeIfAbsent(parent, k -> new LinkedHashSet<>()).add(child);
        parents.computeIfAbsent(child, k -> new LinkedHashSet<>()).add(parent);
    }

    private void supplement(CodeSystem supplement, List<ConceptDefinitionComponent> additions) {
        for (ConceptDefinitionComponent addition : additions) {
            ResourceConcept concept = byCode.get(addition.getCode());
            if (concept != null) {
                concept.supplement(SupplementEntry.of(supplement, addition));
            }
            supplement(supplement, addition.getConcept());
        }
    }

    @Override
    public CodeSystemHeader header() {
        return header;
    }

    @Override
    public Optional<Concept> locate(String code) {
        ResourceConcept exact = byCode.get(code);
        return exact != null || header.codes().caseSensitive()
                ? Optional.ofNullable(exact)
                : Optional.ofNullable(byFoldedCode.get(code.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<Concept> roots() {
        return byCode.values().stream()
                .filter(c -> !parents.containsKey(c.code()))
                .map(Concept.class::cast)
                .toList();
    }

    @Override
    public List<Concept> children(Concept parent) {
        return concepts(children.getOrDefault(parent.code(), Set.of()));
    }

    @Override
    public List<Concept> parents(Concept child) {
        return concepts(parents.getOrDefault(child.code(), Set.of()));
    }

    private List<Concept> concepts(Collection<String> codes) {
        return codes.stream().map(byCode::get).map(Concept.class::cast).toList();
    }

    /** Goes up and not down: there are fewer ancestors than descendants. A cycle ends it. */
    @Override
    public boolean isAncestor(Concept ancestor, Concept descendant) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(parents.getOrDefault(descendant.code(), Set.of()));
        while (!open.isEmpty()) {
            String code = open.remove(open.size() - 1);
            if (code.equals(ancestor.code())) {
                return true;
            }
            if (seen.add(code)) {
                open.addAll(parents.getOrDefault(code, Set.of()));
            }
        }
        return false;
    }

    @Override
    public Iterable<Concept> concepts() {
        return List.copyOf(byCode.values());
    }

    @Override
    public int size() {
        return byCode.size();
    }

    @Override
    public Optional<Predicate<Concept>> filter(Filter filter) {
        return filters.of(filter);
    }

    @Override
    public Selection select(ConceptQuery query, int offset, int count) {
        return filters.select(query, offset, count);
    }
}
