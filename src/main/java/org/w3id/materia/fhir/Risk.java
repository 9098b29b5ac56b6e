package org.w3id.materia.fhir;

import java.util.Optional;
import org.w3id.materia.extract.fact.Caution;
import org.w3id.materia.extract.fact.Contraindication;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.extract.outline.Evidence;

/**
 * What contraindications and cautions have in common.
 *
 * @param strength a code of {@code CodeSystem/strength}
 */
record Risk(String condition, RiskKind kind, String strength, Optional<String> ingredient, Evidence evidence) {
    static Risk of(Contraindication fact) {
        return new Risk(fact.condition(), fact.kind(), fact.strength().code(), fact.ingredient(), fact.evidence());
    }

    static Risk of(Caution fact) {
        return new Risk(fact.condition(), fact.kind(), "caution", fact.ingredient(), fact.evidence());
    }
}
