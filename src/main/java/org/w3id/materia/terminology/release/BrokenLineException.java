package org.w3id.materia.terminology.release;

/** A line or record that is not as its format has it; the message tells a person why. */
public final class BrokenLineException extends Exception {
    private static final long serialVersionUID = 1L;

    public BrokenLineException(String reason) {
        super(reason);
    }
}
