package org.w3id.materia.model;

/**
 * A half-open range {@code [start, end)} of UTF-16 code units in the text of one source document; {@code 0 <= start
 * <= end} always holds.
 *
 * @param start offset of the first code unit, zero-based
 * @param end offset behind the last code unit; equal to {@code start} for an empty span
 */
public record SourceSpan(int start, int end) implements Comparable<SourceSpan> {
    public SourceSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
        }
    }

    /** In UTF-16 code units. */
    public int length() {
        return end - start;
    }

    /** Whether all of the other lies within; an empty one does at either end. */
    public boolean contains(SourceSpan other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the two have a code unit in common. */
    public boolean overlaps(SourceSpan other) {
        return start < other.end && other.start < end;
    }

    /** The smallest span that holds both. */
    public SourceSpan union(SourceSpan other) {
        return new SourceSpan(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The characters of {@code source} that this span covers. */
    public String in(String source) {
        return source.substring(start, end);
    }

    @Override
    public int compareTo(SourceSpan other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
