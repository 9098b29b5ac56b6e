package org.w3id.materia.store.lucene;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * The newest generation, and for clients that page through them the ones before it: a bounded number, for a time from
 * when each was superseded.
 */
final class Generations {
    private record Superseded(Generation generation, Instant since) {}

    private final int kept;
    private final Duration keptFor;
    private final InstantSource clock;
    private final Deque<Superseded> earlier = new ArrayDeque<>();
    private Generation current;

    /**
     * @param current taken over, like each that is published
     * @param kept how many earlier generations are kept at most
     * @param keptFor how long each is kept
     */
    Generations(Generation current, int kept, Duration keptFor, InstantSource clock) {
        this.current = current;
        this.kept = kept;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    /** The newest, acquired for the caller. */
    synchronized Generation acquireCurrent() {
        if (current == null || !current.acquire()) {
            throw new IllegalStateException("the knowledge base is closed");
        }
        return current;
    }

    /** The one of that number, acquired for the caller; empty where it is no longer kept. */
    synchronized Optional<Generation> acquire(long number) {
        if (acquireCurrent().commit().generation() == number) {
            return Optional.of(current);
        }
        current.release();
        dropExpired();
        for (Superseded each : earlier) {
            if (each.generation().commit().generation() == number
                    && each.generation().acquire()) {
                return Optional.of(each.generation());
            }
        }
        return Optional.empty();
    }

    /** Makes {@code next} the newest. Where it has the number of the one before, it is the same content and replaces it. */
    synchronized void publish(Generation next) {
        boolean sameContent = current.commit().generation() == next.commit().generation();
        if (sameContent) {
            current.release();
        } else {
            earlier.addLast(new Superseded(current, clock.instant()));
        }
        current = next;
        dropExpired();
        while (earlier.size() > kept) {
            earlier.removeFirst().generation().release();
        }
    }

    private void dropExpired() {
        Instant oldest = clock.instant().minus(keptFor);
        for (Iterator<Superseded> each = earlier.iterator(); each.hasNext(); ) {
            Superseded next = each.next();
            if (next.since().isBefore(oldest)) {
                each.remove();
                next.generation().release();
            }
        }
    }

    synchronized void close() {
        if (current != null) {
            current.release();
            current = null;
            earlier.forEach(each -> each.generation().release());
            earlier.clear();
        }
    }
}
