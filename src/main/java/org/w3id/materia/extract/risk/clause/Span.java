package org.w3id.materia.extract.risk.clause;

/**
 * A half-open range of a sentence's tokens that names what a directive is about.
 *
 * @param frame what the words around it say that it names
 */
public record Span(int from, int to, Frame frame) {
    /** What a range may name. */
    public enum Frame {
        /** The state of a patient, or whatever else forbids a use. */
        STATE,
        /** What is given beside the drug. */
        COMPANION,
        /** One thing: a population with its age, a disease with what it goes with. */
        WHOLE,
        /** Where on the body the drug is brought. */
        PLACE,
        /** The route by which it is given. */
        ROUTE,
        /** The subject of the sentence: the drug itself, unless it is a population, a way of use or another drug. */
        SUBJECT
    }

    /** Whether it names nothing. */
    public boolean isEmpty() {
        return from >= to;
    }

    /** Whether the token lies in the range. */
    public boolean holds(int token) {
        return from <= token && token < to;
    }
}
