package org.w3id.materia.terminology.codesystem.supplement;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptFilters;
import org.w3id.materia.terminology.codesystem.ConceptQuery;

/** A code system whose concepts are kept elsewhere, with what supplements say of some of them. */
final class SupplementedCodeSystem implements CodeSystemProvider {
    /** Operators that a concept without the property passes, or may pass. */
    private static final Set<String> PASSED_WITHOUT = Set.of("not-in", "exists");

    private final CodeSystemProvider plain;
    private final CodeSystemHeader header;
    private final List<Map<String, SupplementEntry>> supplements;
    private final ConceptFilters filters = new ConceptFilters(this);

    /** @param supplements their entries by code */
    SupplementedCodeSystem(
            CodeSystemProvider plain, CodeSystemHeader header, List<Map<String, SupplementEntry>> supplements) {
        this.plain = plain;
        this.header = header;
        this.supplements = supplements;
    }

    private Concept with(Concept concept) {
        List<SupplementEntry> entries = supplements.stream()
                .map(s -> s.get(concept.code()))
                .filter(Objects::nonNull)
                .toList();
        return entries.isEmpty() ? concept : new SupplementedConcept(concept, entries);
    }

    private List<Concept> with(List<Concept> concepts) {
        return concepts.stream().map(this::with).toList();
    }

    private static Concept without(Concept concept) {
        return concept instanceof SupplementedConcept supplemented ? supplemented.plain() : concept;
    }

    @Override
    public CodeSystemHeader header() {
        return header;
    }

    @Override
    public boolean knowsHierarchy() {
        return plain.knowsHierarchy();
    }

    @Override
    public Optional<Concept> locate(String code) {
        return plain.locate(code).map(this::with);
    }

    @Override
    public List<Concept> roots() {
        return with(plain.roots());
    }

    @Override
    public List<Concept> children(Concept parent) {
        return with(plain.children(without(parent)));
    }

    @Override
    public List<Concept> parents(Concept child) {
        return with(plain.parents(without(child)));
    }

    @Override
    public boolean isAncestor(Concept ancestor, Concept descendant) {
        return plain.isAncestor(without(ancestor), without(descendant));
    }

    @Override
    public Iterable<Concept> concepts() {
        return () -> {
            Iterator<Concept> all = plain.concepts().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Concept next() {
                    return with(all.next());
                }
            };
        };
    }

    @Override
    public boolean isEnumerable() {
        return plain.isEnumerable();
    }

    @Override
    public int size() {
        return plain.size();
    }

    @Override
    public Optional<Predicate<Concept>> filter(Filter filter) {
        return filters.of(filter);
    }

    /**
     * What the code system finds by itself; then what it finds only with the supplements, and without what it no longer finds with them.
     * Only the concepts that supplements speak of are looked at one by one.
     */
    @Override
    public Selection select(ConceptQuery query, int offset, int count) {
        Changes changes = changes(query);
        ConceptQuery known = changes.known();
        if (known == null) {
            return page(changes.gained(), offset, count, changes.gained().size());
        }
        int lost = changes.lost().size();
        Selection found =
                lost == 0 ? plain.select(known, offset, count) : plain.select(known, 0, offset + count + lost);
        int left = found.total() - lost;
        List<Concept> page = new ArrayList<>();
        found.concepts().stream()
                .filter(c -> !changes.lost().contains(c.code()))
                .skip(lost == 0 ? 0 : offset)
                .limit(count)
                .map(this::with)
                .forEach(page::add);
        changes.gained().stream()
                .skip(Math.max(0, offset - left))
                .limit(count - page.size())
                .forEach(page::add);
        return new Selection(left + changes.gained().size(), page);
    }

    private static Selection page(List<Concept> all, int offset, int count, int total) {
        return new Selection(total, all.stream().skip(offset).limit(count).toList());
    }

    /**
     * What supplements change in the answer to a query.
     *
     * @param known the query as far as the code system itself understands it; null where it finds nothing by itself
     * @param gained concepts that it would not find
     * @param lost codes of those that it would
     */
    private record Changes(ConceptQuery known, List<Concept> gained, Set<String> lost) {}

    private Changes changes(ConceptQuery query) {
        List<Filter> known = query.filters().stream()
                .filter(f -> plain.filter(f).isPresent())
                .toList();
        boolean nothing = query.filters().stream()
                .anyMatch(f -> !known.contains(f)
                        && (!PASSED_WITHOUT.contains(f.operator())
                                || f.operator().equals("exists") && Boolean.parseBoolean(f.value())));
        List<Predicate<Concept>> before =
                known.stream().map(f -> plain.filter(f).orElseThrow()).toList();
        List<Predicate<Concept>> after = query.filters().stream()
                .map(f -> filter(f).orElseThrow(() -> new IllegalArgumentException("not understood: " + f)))
                .toList();
        List<Concept> gained = new ArrayList<>();
        Set<String> lost = new LinkedHashSet<>();
        for (String code : codes(query)) {
            plain.locate(code).filter(c -> c.code().equals(code)).ifPresent(concept -> {
                boolean wasFound = !nothing && passes(query, concept, before);
                boolean isFound = passes(query, with(concept), after);
                if (isFound && !wasFound) {
                    gained.add(with(concept));
                } else if (wasFound && !isFound) {
                    lost.add(code);
                }
            });
        }
        ConceptQuery rest =
                nothing ? null : new ConceptQuery(known, query.text(), query.activeOnly(), query.selectableOnly());
        return new Changes(rest, gained, lost);
    }

    /** Of the concepts for which a supplement may make a difference. */
    private Set<String> codes(ConceptQuery query) {
        Set<String> codes = new LinkedHashSet<>();
        for (Map<String, SupplementEntry> supplement : supplements) {
            supplement.forEach((code, entry) -> {
                boolean byText = !query.text().isEmpty() && query.text().passes("", entry.designations());
                boolean byProperty =
                        !query.filters().isEmpty() && !entry.properties().isEmpty();
                if (byText || byProperty) {
                    codes.add(code);
                }
            });
        }
        return codes;
    }

    private static boolean passes(ConceptQuery query, Concept concept, List<Predicate<Concept>> tests) {
        return !(query.activeOnly() && concept.isInactive())
                && !(query.selectableOnly() && concept.isAbstract())
                && query.text().passes(concept.code(), concept.designations())
                && tests.stream().allMatch(t -> t.test(concept));
    }
}
