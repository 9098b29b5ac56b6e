package org.w3id.materia.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the sequence of all changes: behind one, and before the next.
 *
 * @param index which sequence: a knowledge base that is built anew begins another
 * @param entry number of the last change before the place; 0 before the first
 */
public record ChangePoint(long index, long entry) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-z]{1,12})-([0-9a-z]{1,12})");

    /** The place that {@link #toString()} has written; empty where it has not written this. */
    public static Optional<ChangePoint> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new ChangePoint(Long.parseLong(parts.group(1), 36), Long.parseLong(parts.group(2), 36)))
                : Optional.empty();
    }

    /** Digits, small letters and a hyphen. */
    @Override
    public String toString() {
        return Long.toString(index, 36) + "-" + Long.toString(entry, 36);
    }
}
