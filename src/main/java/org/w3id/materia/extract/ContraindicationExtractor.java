package org.w3id.materia.extract;

import java.util.List;
import org.w3id.materia.extract.fact.Contraindication;
import org.w3id.materia.extract.fact.Contraindication.Strength;
import org.w3id.materia.extract.risk.RiskStatement;
import org.w3id.materia.extract.risk.clause.Level;

/** The states of a patient in which the text forbids the drug or advises against it, from anywhere in the text. */
final class ContraindicationExtractor {
    private ContraindicationExtractor() {}

    static List<Contraindication> extract(List<RiskStatement> risks) {
        return risks.stream()
                .filter(r -> r.level().forbids())
                .map(r -> new Contraindication(
                        r.condition(), r.kind(), strength(r.level()), r.groups(), r.ingredient(), r.evidence()))
                .toList();
    }

    private static Strength strength(Level level) {
        return level == Level.CONTRAINDICATED ? Strength.CONTRAINDICATED : Strength.NOT_RECOMMENDED;
    }
}
