package org.w3id.materia.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which changes a client wants to see (FHIR R4, 3.1.0.14 history).
 *
 * @param scope whose
 * @param since only versions that came to be at this moment or later ({@code _since})
 * @param at only versions that were current at some moment of it ({@code _at}); a removal is current until the resource comes back
 * @param count size of the page; 0 asks for the total alone
 * @param after what {@link HistoryPage#next()} of the page before says, for the same query otherwise
 */
public record HistoryQuery(
        Scope scope, Optional<Instant> since, Optional<Stretch> at, int count, Optional<String> after) {
    public HistoryQuery {
        if (count < 0) {
            throw new IllegalArgumentException("a page cannot have " + count + " entries");
        }
    }

    /** The whole history of the scope, from its newest change. */
    public HistoryQuery(Scope scope, int count) {
        this(scope, Optional.empty(), Optional.empty(), count, Optional.empty());
    }

    /** Whose history. */
    public sealed interface Scope {}

    /** One resource's. */
    public record OfResource(ResourceKey key) implements Scope {}

    /** That of all resources of the types. */
    public record OfTypes(List<String> types) implements Scope {
        public OfTypes {
            types = List.copyOf(types);
        }
    }

    /** Everything's. */
    public record OfAll() implements Scope {}

    /** {@code [start, end)}. */
    public record Stretch(Instant start, Instant end) {}
}
