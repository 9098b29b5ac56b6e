package org.w3id.materia.extract.indication;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.PatientGroup;

/**
 * What a sentence says of the uses beside naming them.
 *
 * @param populations for whom
 * @param priorTherapy what must have gone before
 */
record Qualifiers(List<PatientGroup> populations, Optional<String> priorTherapy) {
    static final Qualifiers NONE = new Qualifiers(List.of(), Optional.empty());

    Qualifiers {
        populations = List.copyOf(populations);
    }

    /** The indication with what it does not say yet. */
    Indication complete(Indication i) {
        return new Indication(
                i.condition(),
                i.intent(),
                i.status(),
                i.populations().isEmpty() ? populations : i.populations(),
                i.priorTherapy().or(() -> priorTherapy),
                i.ingredient(),
                i.evidence());
    }
}
