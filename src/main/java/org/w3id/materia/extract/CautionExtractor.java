package org.w3id.materia.extract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3id.materia.extract.fact.Caution;
import org.w3id.materia.extract.risk.RiskStatement;

/** The states and risks that the text bids to watch and does not forbid the drug in. */
final class CautionExtractor {
    private CautionExtractor() {}

    static List<Caution> extract(List<RiskStatement> risks) {
        Set<String> forbidden = risks.stream()
                .filter(r -> r.level().forbids())
                .map(RiskStatement::condition)
                .collect(Collectors.toSet());
        return risks.stream()
                .filter(r -> !r.level().forbids() && !forbidden.contains(r.condition()))
                .map(r -> new Caution(r.condition(), r.kind(), r.ingredient(), r.evidence()))
                .toList();
    }
}
