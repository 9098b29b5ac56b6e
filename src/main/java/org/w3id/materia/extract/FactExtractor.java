package org.w3id.materia.extract;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.extract.dosing.DosingExtractor;
import org.w3id.materia.extract.dosing.DosingFindings;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.outline.Outline;
import org.w3id.materia.extract.outline.ReadableOutline;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.product.ProductFindings;
import org.w3id.materia.extract.risk.RiskFindings;
import org.w3id.materia.extract.risk.RiskReader;
import org.w3id.materia.extract.risk.RiskStatement;
import org.w3id.materia.model.Finding;
import org.w3id.materia.monograph.Monograph;

/** A monograph → all the facts that it states. Pure: equal monographs give equal facts. Safe for several threads. */
public final class FactExtractor {
    private FactExtractor() {}

    public static MonographFacts extract(Monograph monograph) {
        ReadableOutline readable = ReadableOutline.of(monograph);
        List<Statement> outline = readable.statements();
        List<Statement> statements = Outline.cellByCell(outline);
        Product product = ProductExtractor.extract(monograph, statements);
        RiskReader reader = new RiskReader(monograph.source().text(), product);
        statements.forEach(reader::read);
        List<RiskStatement> risks = reader.risks();
        List<Indication> indications = IndicationExtractor.extract(monograph, statements, product);
        List<DoseStatement> dosing = DosingExtractor.extract(monograph, outline, product, indications);
        List<Finding> findings = new ArrayList<>(readable.findings());
        findings.addAll(ProductFindings.of(monograph, product));
        findings.addAll(DosingFindings.of(monograph, dosing));
        findings.addAll(RiskFindings.of(monograph, reader.unread()));
        return new MonographFacts(
                product,
                indications,
                dosing,
                ContraindicationExtractor.extract(risks),
                CautionExtractor.extract(risks),
                InteractionExtractor.extract(monograph, statements, product, risks),
                EffectExtractor.extract(monograph, statements, product),
                MechanismExtractor.extract(monograph, statements, product),
                QuestionExtractor.extract(monograph),
                findings);
    }
}
