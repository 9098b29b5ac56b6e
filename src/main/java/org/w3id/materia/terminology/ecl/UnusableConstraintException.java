package org.w3id.materia.terminology.ecl;

/** An expression that is no ECL, or uses a part of ECL that is not supported; the message says where. */
public final class UnusableConstraintException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;

    UnusableConstraintException(String reason, int position) {
        super(reason + " (at character " + (position + 1) + " of the expression)");
        this.position = position;
    }

    /** Where in the expression, counted from 0. */
    public int position() {
        return position;
    }
}
