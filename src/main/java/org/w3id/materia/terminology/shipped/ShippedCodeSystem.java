package org.w3id.materia.terminology.shipped;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.StringType;
import org.w3id.materia.coding.ShippedName;
import org.w3id.materia.coding.ShippedTable;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptFilters;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.codesystem.EnglishConcept;

/**
 * A fragment of a code system: the concepts of a shipped table, read when they are asked for, and kept while there is room. The hierarchy is
 * not shipped, so what asks for it is not understood rather than answered by "none".
 */
public final class ShippedCodeSystem implements CodeSystemProvider {
    private static final Set<String> BY_PLACE =
            Set.of("parent", "child", "constraint", "expression", "expressions", "memberOf");
    private static final Set<String> BY_RELATION =
            Set.of("is-a", "descendent-of", "is-not-a", "generalizes", "child-of", "descendent-leaf");

    private final ShippedTable table;
    private final CodeSystemHeader header;
    private final ConceptFilters filters = new ConceptFilters(this);
    private SoftReference<Map<String, Concept>> kept = new SoftReference<>(null);

    /** @param resource what is said of the code system as a whole; its property, if it has one, is the table's mark */
    ShippedCodeSystem(ShippedTable table, CodeSystem resource) {
        this.table = table;
        this.header = CodeSystemHeader.of(resource, List.of());
    }

    /** Those of all tables whose code system one of the resources describes. */
    public static List<CodeSystemProvider> all(List<CodeSystem> resources) {
        List<CodeSystemProvider> systems = new ArrayList<>();
        for (ShippedTable table : ShippedTable.values()) {
            resources.stream()
                    .filter(r -> r.getUrl().equals(table.system()))
                    .forEach(r -> systems.add(new ShippedCodeSystem(table, r)));
        }
        return systems;
    }

    @Override
    public CodeSystemHeader header() {
        return header;
    }

    @Override
    public boolean knowsHierarchy() {
        return false;
    }

    @Override
    public Optional<Concept> locate(String code) {
        return Optional.ofNullable(byCode().get(code));
    }

    @Override
    public List<Concept> roots() {
        return List.copyOf(concepts());
    }

    @Override
    public List<Concept> children(Concept parent) {
        return List.of();
    }

    @Override
    public List<Concept> parents(Concept child) {
        return List.of();
    }

    @Override
    public boolean isAncestor(Concept ancestor, Concept descendant) {
        return false;
    }

    @Override
    public Collection<Concept> concepts() {
        return byCode().values();
    }

    @Override
    public int size() {
        return byCode().size();
    }

    @Override
    public Optional<Predicate<Concept>> filter(Filter filter) {
        return BY_PLACE.contains(filter.property()) || BY_RELATION.contains(filter.operator())
                ? Optional.empty()
                : filters.of(filter);
    }

    @Override
    public Selection select(ConceptQuery query, int offset, int count) {
        return filters.select(query, offset, count);
    }

    private synchronized Map<String, Concept> byCode() {
        Map<String, Concept> concepts = kept.get();
        if (concepts == null) {
            concepts = read();
            kept = new SoftReference<>(concepts);
        }
        return concepts;
    }

    /** A code that has two rows is one concept, with what both say. */
    private Map<String, Concept> read() {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        for (ShippedName row : table.rows()) {
            Concept before = concepts.get(row.code());
            List<ConceptProperty> properties = new ArrayList<>(before == null ? List.of() : before.properties());
            header.codes().properties().stream()
                    .map(p -> new ConceptProperty(p.code(), p.uri(), new StringType(row.mark())))
                    .filter(p -> properties.stream().noneMatch(q -> q.text().equals(p.text())))
                    .forEach(properties::add);
            concepts.put(row.code(), new EnglishConcept(row.code(), row.name(), row.synonyms(), properties));
        }
        return concepts;
    }
}
