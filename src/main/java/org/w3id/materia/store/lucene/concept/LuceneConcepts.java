package org.w3id.materia.store.lucene.concept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.hl7.fhir.r4.model.CodeSystem;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.StoredConcepts;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptFilters;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.release.CrossReference;

/** A code system in an index of its own. What it keeps in memory does not grow with the code system. */
final class LuceneConcepts implements StoredConcepts {
    private final CodeSystemHeader header;
    private final ConceptIndex index;
    private final ConceptFilters filters = new ConceptFilters(this);
    private final ConceptSelection selection;

    LuceneConcepts(Path folder, CodeSystem resource) throws IOException {
        header = CodeSystemHeader.of(resource, List.of());
        index = new ConceptIndex(folder, header);
        selection = new ConceptSelection(index, this, filters);
    }

    private interface Reading<T> {
        T get() throws IOException;
    }

    private static <T> T get(Reading<T> reading) {
        try {
            return reading.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CodeSystemHeader header() {
        return header;
    }

    @Override
    public Optional<Concept> locate(String code) {
        return get(() -> {
            int number = index.number(code);
            if (number < 0 && !header.codes().caseSensitive()) {
                number = index.first(ConceptFields.FOLDED_CODE, new BytesRef(code.toLowerCase(Locale.ROOT)));
            }
            return number < 0 ? Optional.empty() : Optional.of(index.concept(number));
        });
    }

    @Override
    public List<Concept> roots() {
        return having(ConceptFields.FLAG, new BytesRef(ConceptFields.ROOT));
    }

    @Override
    public List<Concept> children(Concept parent) {
        return having(ConceptFields.PARENT, ConceptFields.number(number(parent)));
    }

    private List<Concept> having(String field, BytesRef term) {
        return get(() -> {
            List<Concept> concepts = new ArrayList<>();
            PostingsEnum postings = index.postings(field, term);
            while (postings != null && postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                concepts.add(index.read(postings.docID()));
            }
            return concepts;
        });
    }

    @Override
    public List<Concept> parents(Concept child) {
        return get(() -> {
            List<Concept> parents = new ArrayList<>();
            for (int parent : index.parents(number(child))) {
                parents.add(index.concept(parent));
            }
            return parents;
        });
    }

    @Override
    public boolean isAncestor(Concept ancestor, Concept descendant) {
        int above = number(ancestor);
        int below = number(descendant);
        return above != below && get(() -> index.has(below, ConceptFields.ANCESTOR, ConceptFields.number(above)));
    }

    /** Of a concept of this code system, which may have come with additions of a supplement. */
    private int number(Concept concept) {
        return concept instanceof StoredConcept stored ? stored.number() : get(() -> index.number(concept.code()));
    }

    @Override
    public Iterable<Concept> concepts() {
        return () -> {
            Iterator<Concept> all = IntStream.range(0, index.size())
                    .mapToObj(number -> (Concept) get(() -> index.read(number)))
                    .iterator();
            return all;
        };
    }

    @Override
    public int size() {
        return index.size();
    }

    @Override
    public Optional<Predicate<Concept>> filter(Filter filter) {
        return filters.of(filter);
    }

    @Override
    public Selection select(ConceptQuery query, int offset, int count) {
        return get(() -> selection.select(query, offset, count));
    }

    @Override
    public List<NamedConcept> named(PhraseKind kind) {
        return having(ConceptFields.KIND, new BytesRef(kind.name())).stream()
                .map(c -> named((StoredConcept) c))
                .toList();
    }

    private NamedConcept named(StoredConcept concept) {
        List<String> synonyms = concept.released().designations().stream()
                .map(Designation::value)
                .filter(Objects::nonNull)
                .toList();
        return new NamedConcept(
                new ConceptKey(header.url(), concept.code()),
                concept.display() == null ? concept.code() : concept.display(),
                synonyms,
                concept.released().crossReferences());
    }

    @Override
    public List<CrossReference> references(String code) {
        return locate(code)
                .map(concept -> ((StoredConcept) concept).released().references())
                .orElse(List.of());
    }

    @Override
    public List<Concept> referring(ConceptKey other) {
        return having(ConceptFields.REFERENCE, ConceptFields.reference(other));
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
