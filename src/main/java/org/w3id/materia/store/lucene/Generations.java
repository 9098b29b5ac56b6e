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
    private volatile Generation current;

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

    /** The newest, acquired for the caller. Every request comes by here, so none waits for another. */
    Generation acquireCurrent() {
        for (Generation newest = current; newest != null; newest = current) {
            // Fails where it was superseded and released between the two: then there is a newer one.
            if (newest.acquire()) {
                return newest;
            }
        }
        throw new IllegalStateException("the knowledge base is closed");
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
        Generation before = current;
        current = next;
        if (before.commit().generation() == next.commit().generation()) {
            before.release();
        } else {
            earlier.addLast(new Superseded(before, clock.instant()));
        }
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
        Generation last = current;
        if (last != null) {
            current = null;
            last.release();
            earlier.forEach(each -> each.generation().release());
            earlier.clear();
        }
    }
}
