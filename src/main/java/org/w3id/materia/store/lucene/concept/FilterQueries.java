package org.w3id.materia.store.lucene.concept;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Filter;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptFilters;

/**
 * Filters of value sets as queries, with the same answers as {@link ConceptFilters}. A filter that the index has no terms for is
 * answered by a look at every concept.
 */
final class FilterQueries {
    private static final Query ALL = new MatchAllDocsQuery();
    private static final Query NONE = new MatchNoDocsQuery();

    private final ConceptIndex index;
    private final CodeSystemProvider system;
    private final ConceptFilters predicates;
    private final ValueTerms values;

    FilterQueries(ConceptIndex index, CodeSystemProvider system, ConceptFilters predicates) {
        this.index = index;
        this.system = system;
        this.predicates = predicates;
        values = new ValueTerms(index);
    }

    /** @throws IllegalArgumentException where it is not understood */
    Query of(Filter filter) throws IOException {
        Optional<Set<String>> listed = predicates.listed(filter);
        if (listed.isPresent()) {
            return new TermInSetQuery(
                    ConceptFields.CODE, listed.get().stream().map(BytesRef::new).toList());
        }
        Predicate<Concept> predicate =
                predicates.of(filter).orElseThrow(() -> new IllegalArgumentException("not understood: " + filter));
        String property = filter.property();
        if (property.equals("concept") || property.equals("code")) {
            Optional<Query> byPlace = byPlace(filter);
            return byPlace.isPresent() ? byPlace.get() : byCode(filter, predicate);
        }
        if (property.equals("parent") || property.equals("child")) {
            return scan(predicate);
        }
        boolean declared = system.header().codes().properties().stream()
                .anyMatch(p -> p.code().equals(property));
        boolean frame = !declared && !property.equals("notSelectable");
        return byValue(filter, frame ? ConceptFields.FRAME : ConceptFields.PROPERTY, predicate);
    }

    private Optional<Query> byPlace(Filter filter) {
        StoredConcept named = (StoredConcept) system.locate(filter.value()).orElse(null);
        return switch (filter.operator()) {
            case "is-a" -> Optional.of(named == null ? NONE : lineage(named));
            case "descendent-of" -> Optional.of(named == null ? NONE : below(named));
            case "is-not-a" -> Optional.of(named == null ? ALL : not(lineage(named)));
            case "generalizes" -> Optional.of(named == null ? NONE : above(named));
            case "child-of" ->
                Optional.of(named == null ? NONE : term(ConceptFields.PARENT, ConceptFields.number(named.number())));
            case "descendent-leaf" ->
                Optional.of(
                        named == null
                                ? NONE
                                : both(below(named), term(ConceptFields.FLAG, new BytesRef(ConceptFields.LEAF))));
            default -> Optional.empty();
        };
    }

    private static Query term(String field, BytesRef term) {
        return new TermQuery(new Term(field, term));
    }

    private static Query lineage(StoredConcept named) {
        return term(ConceptFields.ANCESTOR, ConceptFields.number(named.number()));
    }

    private static Query below(StoredConcept named) {
        return new BooleanQuery.Builder()
                .add(lineage(named), Occur.FILTER)
                .add(term(ConceptFields.CODE, new BytesRef(named.code())), Occur.MUST_NOT)
                .build();
    }

    private static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(ALL, Occur.FILTER)
                .add(query, Occur.MUST_NOT)
                .build();
    }

    private static Query both(Query a, Query b) {
        return new BooleanQuery.Builder()
                .add(a, Occur.FILTER)
                .add(b, Occur.FILTER)
                .build();
    }

    private Query above(StoredConcept named) {
        List<BytesRef> codes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Concept> open = new ArrayList<>(List.of(named));
        while (!open.isEmpty()) {
            Concept next = open.remove(open.size() - 1);
            if (seen.add(next.code())) {
                codes.add(new BytesRef(next.code()));
                open.addAll(system.parents(next));
            }
        }
        return new TermInSetQuery(ConceptFields.CODE, codes);
    }

    private Query byCode(Filter filter, Predicate<Concept> predicate) throws IOException {
        return switch (filter.operator()) {
            case "=" -> term(ConceptFields.CODE, new BytesRef(filter.value()));
            case "in" -> new TermInSetQuery(ConceptFields.CODE, list(filter.value(), BytesRef::new));
            case "not-in" -> not(new TermInSetQuery(ConceptFields.CODE, list(filter.value(), BytesRef::new)));
            default -> scan(predicate);
        };
    }

    private Query byValue(Filter filter, String field, Predicate<Concept> predicate) throws IOException {
        String property = filter.property();
        return switch (filter.operator()) {
            case "=" -> term(field, ConceptFields.valued(property, filter.value()));
            case "in" -> in(filter, field);
            case "not-in" -> not(in(filter, field));
            case "exists" -> {
                Query present = term(field, ConceptFields.present(property));
                yield Boolean.parseBoolean(filter.value()) ? present : not(present);
            }
            case "regex" -> values.matching(field, property, filter.value(), predicate);
            default -> scan(predicate);
        };
    }

    private static Query in(Filter filter, String field) {
        return new TermInSetQuery(field, list(filter.value(), v -> ConceptFields.valued(filter.property(), v)));
    }

    private static List<BytesRef> list(String values, java.util.function.Function<String, BytesRef> term) {
        return Arrays.stream(values.split(",")).map(String::strip).map(term).toList();
    }

    /** By a look at every concept, which takes a time that is linear in their number. */
    private Query scan(Predicate<Concept> predicate) throws IOException {
        List<BytesRef> codes = new ArrayList<>();
        for (int number = 0; number < index.size(); number++) {
            Concept concept = index.read(number);
            if (predicate.test(concept)) {
                codes.add(new BytesRef(concept.code()));
            }
        }
        return new TermInSetQuery(ConceptFields.CODE, codes);
    }
}
