package org.w3id.materia.extract;

import java.util.List;
import org.w3id.materia.extract.dosing.DosingExtractor;
import org.w3id.materia.extract.product.ProductFindings;
import org.w3id.materia.extract.risk.RiskReader;
import org.w3id.materia.extract.risk.RiskStatement;
import org.w3id.materia.monograph.Monograph;

/** A monograph → all the facts that it states. Pure: equal monographs give equal facts. Safe for several threads. */
public final class FactExtractor {
    private FactExtractor() {}

    public static MonographFacts extract(Monograph monograph) {
        List<Statement> statements = Outline.of(monograph);
        Product product = ProductExtractor.extract(monograph, statements);
        RiskReader reader = new RiskReader(monograph.source().text(), product);
        statements.forEach(reader::read);
        List<RiskStatement> risks = reader.risks();
        return new MonographFacts(
                product,
                IndicationExtractor.extract(monograph, statements, product),
                DosingExtractor.extract(monograph, statements, product),
                ContraindicationExtractor.extract(risks),
                CautionExtractor.extract(risks),
                InteractionExtractor.extract(monograph, statements, product),
                EffectExtractor.extract(monograph, statements, product),
                MechanismExtractor.extract(monograph, statements, product),
                QuestionExtractor.extract(monograph),
                ProductFindings.of(monograph, product));
    }
}
