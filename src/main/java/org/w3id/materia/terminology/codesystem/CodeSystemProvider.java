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

    /** How many concepts there are. */
    int size();

    /**
     * The test that a filter of a value set makes; empty where it is not understood.
     *
     * @param filter property, operator and value
     */
    Optional<Predicate<Concept>> filter(Filter filter);

    /**
     * A filter of a value set (FHIR R4, ValueSet.compose.include.filter).
     *
     * @param property code of the property
     * @param operator of the FilterOperator code system, also those of R5
     * @param value never empty
     */
    record Filter(String property, String operator, String value) {}
}
