package org.w3id.materia.search.medicine;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3id.materia.search.text.MedicineNames;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.codesystem.TextFilter;

/**
 * The medicines as a code system in which a text finds what the search parameter {@code name} finds, in the same order: a list to pick from
 * and a search must not differ in which medicine comes first.
 *
 * @param codes all of them
 */
record MedicineCodeSystem(CodeSystemProvider codes, KnowledgeBase knowledge) implements CodeSystemProvider {
    @Override
    public Optional<List<Concept>> typed(TextFilter text) {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return Optional.of(snapshot.search(MedicineNames.typed(text.text().strip(), size())).resources().stream()
                    .map(found -> locate(found.key().id()))
                    .flatMap(Optional::stream)
                    .toList());
        }
    }

    @Override
    public CodeSystemHeader header() {
        return codes.header();
    }

    @Override
    public Optional<Concept> locate(String code) {
        return codes.locate(code);
    }

    @Override
    public List<Concept> roots() {
        return codes.roots();
    }

    @Override
    public List<Concept> children(Concept parent) {
        return codes.children(parent);
    }

    @Override
    public List<Concept> parents(Concept child) {
        return codes.parents(child);
    }

    @Override
    public boolean isAncestor(Concept ancestor, Concept descendant) {
        return codes.isAncestor(ancestor, descendant);
    }

    @Override
    public Iterable<Concept> concepts() {
        return codes.concepts();
    }

    @Override
    public boolean isEnumerable() {
        return codes.isEnumerable();
    }

    @Override
    public boolean knowsHierarchy() {
        return codes.knowsHierarchy();
    }

    @Override
    public int size() {
        return codes.size();
    }

    @Override
    public Optional<Predicate<Concept>> filter(Filter filter) {
        return codes.filter(filter);
    }

    @Override
    public Selection select(ConceptQuery query, int offset, int count) {
        return codes.select(query, offset, count);
    }
}
