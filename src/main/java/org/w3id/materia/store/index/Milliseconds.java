package org.w3id.materia.store.index;

import java.time.Instant;

/** Stretches of time as ranges of whole milliseconds, both ends included: {@code [start, end)} → {first, last}. */
public final class Milliseconds {
    private Milliseconds() {}

    /** The millisecond that the moment lies in; the least or greatest there is for one too far away to have a number of its own. */
    public static long first(Instant start) {
        try {
            return start.toEpochMilli();
        } catch (ArithmeticException e) {
            return start.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** The last millisecond that the stretch reaches into; that of its start where it is empty. */
    public static long last(Instant start, Instant end) {
        return first(end.isAfter(start) ? end.minusNanos(1) : start);
    }
}
