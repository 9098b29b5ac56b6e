package org.w3id.materia.extract.indication.trigger;

import java.util.List;
import org.w3id.materia.extract.fact.Indication.Intent;

/**
 * Words that announce what the drug is for.
 *
 * @param from first token
 * @param to behind the last token
 * @param intents what the use aims at; several in "prevention and treatment of"
 * @param firmness how surely a purpose follows
 * @param framed whether words that speak of use stand directly before it ("is used to" | "reduce")
 */
public record Trigger(int from, int to, List<Intent> intents, Firmness firmness, boolean framed) {
    public Trigger {
        intents = List.copyOf(intents);
    }

    Trigger inFrame() {
        return new Trigger(from, to, intents, firmness, true);
    }

    Trigger with(List<Intent> others) {
        return new Trigger(from, to, others, firmness, framed);
    }

    /** How surely what stands behind a trigger is something that the drug is for. */
    public enum Firmness {
        /** The text speaks of use: "is indicated for", "its uses include". */
        USE,
        /** What the drug does to it can be done to an illness only: "relieves", "prevention of". */
        STRONG,
        /** What the drug does to it may be done to anything: "reduces", "useful in". Only names of conditions are taken. */
        WEAK,
        /** What the drug does for it may be a purpose or how it works: "supports", "improves". */
        ROLE,
        /** Words of use that a place or time may follow as well: "is used in". Only names of conditions are taken. */
        PLACE,
        /** What a nutrient is needed for: "essential for". */
        NEED,
        /** The trigger's own words are part of the purpose's name: "premedication for surgery". */
        NAMED,
        /** What the drug brings about; only names of known purposes are taken: "provides sedation", "achieve hemostasis". */
        ACT,
        /** Counts only where the sentence speaks of use before it: "assessment of". */
        FRAMED
    }
}
