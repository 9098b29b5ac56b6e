package org.w3id.materia.store;

import java.time.Instant;
import java.util.List;

/** One value of one search parameter of one resource (FHIR R4, 3.1.1.4 Search parameter types). */
public sealed interface IndexValue {
    /** Code of the search parameter. */
    String parameter();

    /** A coded value; {@code system} is empty where the element has none. */
    record Token(String parameter, String system, String code) implements IndexValue {}

    /** Text that belongs to a string parameter, or that a token parameter's {@code :text} searches. */
    record Text(String parameter, String value) implements IndexValue {}

    /** A reference to a resource of this server, relative. */
    record Reference(String parameter, ResourceKey target) implements IndexValue {}

    /** A URI, compared as it stands. */
    record Uri(String parameter, String value) implements IndexValue {}

    /** A stretch of time: {@code [start, end)}. */
    record Period(String parameter, Instant start, Instant end) implements IndexValue {}

    /**
     * A number, or a stretch of them with both ends included; infinite where it is open.
     *
     * @param unit what {@link Criterion.QuantityIs} must name to find it, empty for the number whatever it counts; to be found
     *     by several, a quantity is indexed with each
     */
    record Quantity(String parameter, String unit, double low, double high) implements IndexValue {}

    /** Texts of which each word can be asked for ({@link Criterion.HasWords}, {@link Criterion.TextResembles}). */
    record Words(String parameter, List<String> texts) implements IndexValue {
        public Words {
            texts = List.copyOf(texts);
        }
    }

    /** One element as a composite parameter sees it: the values of each component. Their parameter says nothing. */
    record Composite(String parameter, List<List<IndexValue>> components) implements IndexValue {
        public Composite {
            components = components.stream().map(List::copyOf).toList();
        }
    }

    /** There is an element, and nothing in it that could be compared. */
    record Present(String parameter) implements IndexValue {}
}
