package org.w3id.materia.safety.report;

import java.util.Locale;

/**
 * What is stated of two of the medicines.
 *
 * @param first number of the one in the list that was asked about
 * @param second number of the other, which is greater
 */
public record PairResult(int first, int second, State state) {
    /** ({@code CodeSystem/check-result}). */
    public enum State {
        /** The monograph of one names the other. */
        STATED,
        /** The monograph of one names a class of the other. */
        BY_CLASS,
        /** Neither is named by the other's monograph, which does not say that they can be taken together. */
        NOTHING_STATED;

        /** The code of {@code CodeSystem/check-result}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
