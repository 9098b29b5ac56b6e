package org.w3id.materia.terminology.codesystem;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One version of a code system, wherever its concepts are kept. */
public interface CodeSystemProvider {
    /** What is said of the code system as a whole. */
    CodeSystemHeader header();

    /** The concept of a code, by the code system's rule of case. */
    Optional<Concept> locate(String code);

    /** Concepts without a parent, in order. */
    List<Concept> roots();

    /** In order. */
    List<Concept> children(Concept parent);

    /** In order. */
    List<Concept> parents(Concept child);

    /** Whether the one is an ancestor of the other, at any distance; never of itself. */
    boolean isAncestor(Concept ancestor, Concept descendant);

    /** All concepts, each once, parents before children. */
    Iterable<Concept> concepts();

    /** Whether there is an end to the codes, so that {@link #concepts} has them. */
    default boolean isEnumerable() {
        return true;
    }

    /** Whether parents and children are known; where not, nothing follows from there being none. */
    default boolean knowsHierarchy() {
        return true;
    }

    /** How many concepts there are. */
    int size();

    /**
     * The test that a filter of a value set makes; empty where it is not understood.
     *
     * @param filter property, operator and value
     */
    Optional<Predicate<Concept>> filter(Filter filter);

    /**
     * Concepts that a query finds, in order.
     *
     * @param offset how many are passed over
     * @param count how many are given at most
     * @throws IllegalArgumentException where one of its filters is not understood
     */
    Selection select(ConceptQuery query, int offset, int count);

    /**
     * The concepts that a text finds which a person types, the best first; empty where the code system has no rule of its own for that, so
     * that each concept is asked ({@link TextFilter#passes}).
     */
    default Optional<List<Concept>> typed(TextFilter text) {
        return Optional.empty();
    }

    /**
     * What a query found.
     *
     * @param total number of all that it found
     * @param concepts those that were asked for
     */
    record Selection(int total, List<Concept> concepts) {}

    /**
     * A filter of a value set (FHIR R4, ValueSet.compose.include.filter).
     *
     * @param property code of the property
     * @param operator of the FilterOperator code system, also those of R5
     * @param value never empty
     */
    record Filter(String property, String operator, String value) {}
}
