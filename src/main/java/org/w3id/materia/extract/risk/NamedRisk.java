package org.w3id.materia.extract.risk;

import java.util.List;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.language.Phrase;

/**
 * A risk's name and the phrase of the statement that names it.
 *
 * @param groups whom alone the text names it for; empty where for all
 */
record NamedRisk(RiskName name, Phrase phrase, List<PatientGroup> groups) {
    NamedRisk {
        groups = List.copyOf(groups);
    }
}
