package org.w3id.materia.terminology.codesystem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Filter;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Selection;

/**
 * Filters of value sets over any code system (FHIR R4, 4.9.2 and the FilterOperator code system, with child-of and
 * descendent-leaf of R5).
 */
public final class ConceptFilters {
    /** What the hierarchy says, however it is stated. */
    private static final Set<String> BY_HIERARCHY = Set.of("parent", "child");

    private final CodeSystemProvider system;
    private final ConstraintFilter constraints;

    public ConceptFilters(CodeSystemProvider system) {
        this.system = system;
        this.constraints = new ConstraintFilter(system);
    }

    /** The codes that a filter lists in the end, where it is an expression; empty for every other filter. */
    public Optional<Set<String>> listed(Filter filter) {
        return isDeclared(filter.property()) ? Optional.empty() : constraints.codes(filter);
    }

    private boolean isDeclared(String property) {
        return system.header().codes().properties().stream()
                .anyMatch(p -> p.code().equals(property));
    }

    /** Empty where the filter is not understood. */
    public Optional<Predicate<Concept>> of(Filter filter) {
        String property = filter.property();
        if (property.equals("concept") || property.equals("code")) {
            Optional<Predicate<Concept>> byPlace = byPlace(filter);
            return byPlace.isPresent() ? byPlace : byText(filter, c -> List.of(c.code()));
        }
        if (BY_HIERARCHY.contains(property) || !isDeclared(property)) {
            Optional<Set<String>> listed = listed(filter);
            if (listed.isPresent()) {
                return Optional.of(c -> listed.get().contains(c.code()));
            }
            return ofTheFrame(filter);
        }
        return byText(filter, c -> values(c, property));
    }

    /** As {@link CodeSystemProvider#select}, by a look at every concept. */
    public Selection select(ConceptQuery query, int offset, int count) {
        List<Predicate<Concept>> tests = query.filters().stream()
                .map(f -> system.filter(f).orElseThrow(() -> new IllegalArgumentException("not understood: " + f)))
                .toList();
        List<Concept> page = new ArrayList<>();
        int total = 0;
        for (Concept concept : system.concepts()) {
            if (!(query.activeOnly() && concept.isInactive())
                    && !(query.selectableOnly() && concept.isAbstract())
                    && query.text().passes(concept.code(), concept.designations())
                    && tests.stream().allMatch(t -> t.test(concept))) {
                if (total >= offset && page.size() < count) {
                    page.add(concept);
                }
                total++;
            }
        }
        return new Selection(total, page);
    }

    /** What every code system has, whether it declares it or not. */
    private Optional<Predicate<Concept>> ofTheFrame(Filter filter) {
        return switch (filter.property()) {
            case "display" -> byText(filter, c -> c.display() == null ? List.of() : List.of(c.display()));
            case "definition" -> byText(filter, c -> c.definition() == null ? List.of() : List.of(c.definition()));
            case "parent" -> byText(filter, c -> codes(system.parents(c)));
            case "child" -> byText(filter, c -> codes(system.children(c)));
            case "inactive" -> byText(filter, c -> List.of(Boolean.toString(c.isInactive())));
            case "notSelectable" -> byText(filter, c -> values(c, filter.property()));
            default -> Optional.empty();
        };
    }

    private static List<String> codes(List<Concept> concepts) {
        return concepts.stream().map(Concept::code).toList();
    }

    private static List<String> values(Concept concept, String property) {
        return concept.properties().stream()
                .filter(p -> p.code().equals(property))
                .map(ConceptProperty::text)
                .toList();
    }

    private Optional<Predicate<Concept>> byPlace(Filter filter) {
        Optional<Concept> named = system.locate(filter.value());
        Predicate<Concept> same =
                c -> named.filter(n -> n.code().equals(c.code())).isPresent();
        Predicate<Concept> below =
                named.<Predicate<Concept>>map(n -> new Descendants(system, n)).orElse(c -> false);
        return switch (filter.operator()) {
            case "is-a" -> Optional.of(same.or(below));
            case "descendent-of" -> Optional.of(below);
            case "is-not-a" -> Optional.of(same.or(below).negate());
            case "generalizes" ->
                Optional.of(
                        same.or(c -> named.filter(n -> system.isAncestor(c, n)).isPresent()));
            case "child-of" -> Optional.of(c -> system.parents(c).stream().anyMatch(same));
            case "descendent-leaf" ->
                Optional.of(below.and(c -> system.children(c).isEmpty()));
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Concept>> byText(
            Filter filter, java.util.function.Function<Concept, List<String>> read) {
        String value = filter.value();
        return switch (filter.operator()) {
            case "=" -> Optional.of(c -> read.apply(c).contains(value));
            case "in" -> {
                Set<String> in = list(value);
                yield Optional.of(c -> read.apply(c).stream().anyMatch(in::contains));
            }
            case "not-in" -> {
                Set<String> out = list(value);
                yield Optional.of(c -> read.apply(c).stream().noneMatch(out::contains));
            }
            case "exists" -> {
                boolean wanted = Boolean.parseBoolean(value);
                yield Optional.of(c -> read.apply(c).isEmpty() != wanted);
            }
            case "regex" -> {
                SafeRegex regex = SafeRegex.compile(value);
                yield Optional.of(c -> read.apply(c).stream().anyMatch(regex::matches));
            }
            default -> Optional.empty();
        };
    }

    private static Set<String> list(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toSet());
    }
}
