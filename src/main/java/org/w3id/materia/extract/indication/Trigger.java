package org.w3id.materia.extract.indication;

import java.util.List;
import org.w3id.materia.extract.Indication.Intent;

/**
 * Words that announce what the drug is for.
 *
 * @param from first token
 * @param to behind the last token
 * @param intents what the use aims at; several in "prevention and treatment of"
 * @param firmness how surely a purpose follows
 * @param framed whether words that speak of use stand directly before it ("is used to" | "reduce")
 */
record Trigger(int from, int to, List<Intent> intents, Firmness firmness, boolean framed) {
    Trigger {
        intents = List.copyOf(intents);
    }

    Trigger inFrame() {
        return new Trigger(from, to, intents, firmness, true);
    }

    Trigger with(List<Intent> others) {
        return new Trigger(from, to, others, firmness, framed);
    }
}
