package org.w3id.materia.extract.risk.name;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.language.phrase.Phrase;

/**
 * A risk's name and the phrase of the statement that names it.
 *
 * @param groups whom alone the text names it for; empty where for all
 */
public record NamedRisk(RiskName name, Phrase phrase, List<PatientGroup> groups) {
    private static final Set<RiskKind> POPULATIONS = EnumSet.of(RiskKind.PREGNANCY, RiskKind.LACTATION, RiskKind.AGE);

    public NamedRisk {
        groups = List.copyOf(groups);
    }

    /** Whether it names patients by their weak kidneys or liver: a dose of their own is one of care. */
    public boolean isOrgan() {
        return Organ.isWeakness(name.text());
    }

    /** Whether it names patients by their age, pregnancy, kidneys or liver. */
    public boolean isPopulation() {
        return POPULATIONS.contains(name.kind()) || Organ.isWeakness(name.text());
    }
}
