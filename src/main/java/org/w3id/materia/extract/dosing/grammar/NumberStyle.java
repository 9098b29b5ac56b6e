package org.w3id.materia.extract.dosing.grammar;

import java.util.regex.Pattern;

/** How the numbers of one monograph are written: a text that writes "1,5 mg" may mean one and a half by "1,500 mg". */
public enum NumberStyle {
    /** Points part decimals, commas thousands. */
    DECIMAL_POINTS,
    /** Somewhere a comma parts decimals, so that a comma or point before three digits has two readings. */
    DECIMAL_COMMAS;

    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("(?<![0-9,.])[0-9]+,[0-9]{1,2}(?![0-9,])\\s?(?:[\\p{L}µ%]+)");

    /**
     * Decimal commas where the text has one that can be nothing else, with one or two digits and a unit behind it.
     *
     * @param text of the whole monograph
     */
    public static NumberStyle of(String text) {
        return DECIMAL_COMMA.matcher(text).find() ? DECIMAL_COMMAS : DECIMAL_POINTS;
    }
}
