package org.w3id.materia.extract.risk;

import java.util.regex.Pattern;

/** Words that say that a state of a patient is no reason to forgo the drug or change its dose. */
final class Reassurance {
    private static final Pattern FIRM = Pattern.compile(
            "\\b(?:not|no|without)\\b(?: (?:a|an|any|known|specific|absolute|generally|usually))* contraindicat"
                    + "|\\bcompatible with\\b|\\bno (?:\\w+ ){0,2}(?:adjustments?|reduction) (?:is|are|of)?\\s?(?:\\w+ )*?(?:needed|required|necessary|recommended)"
                    + "|\\b(?:adjustments?|reduction) (?:is|are) (?:\\w+ )?not (?:\\w+ )?(?:needed|required|necessary)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MILD = Pattern.compile(
            "\\b(?:can|may) be (?:used|given|taken)\\b|\\b(?:is|considered|regarded as|generally) safe\\b|\\bsafe (?:in|for|during)\\b",
            Pattern.CASE_INSENSITIVE);

    private Reassurance() {}

    /** Whether a clause reassures, whatever else it says. */
    static boolean isFirm(String clause) {
        return FIRM.matcher(clause).find();
    }

    /** Whether a clause reassures, where nothing in it bids caution. */
    static boolean isMild(String clause) {
        return MILD.matcher(clause).find();
    }
}
