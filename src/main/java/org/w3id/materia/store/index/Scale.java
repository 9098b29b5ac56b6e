package org.w3id.materia.store.index;

/**
 * Numbers on the scale of milliseconds: whole numbers in the same order, so that the one next to another is one more and both are
 * compared as stretches alike.
 */
public final class Scale {
    private Scale() {}

    /** A number's place; the infinities are its ends. */
    public static long of(double number) {
        if (Double.isInfinite(number)) {
            return number < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        long bits = Double.doubleToLongBits(number + 0.0); // Makes -0.0, which would lie below, 0.0.
        return bits ^ (bits >> 63) & Long.MAX_VALUE;
    }
}
