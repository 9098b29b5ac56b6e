package org.w3id.materia.extract;

import java.util.List;
import org.w3id.materia.extract.fact.Interaction;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.extract.interaction.InteractionReader;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.risk.RiskStatement;
import org.w3id.materia.extract.risk.clause.Level;
import org.w3id.materia.monograph.Monograph;

/**
 * The drugs, classes, foods and substances that the text says interact, from any of its sections; a medicine that must not be taken
 * together with this one is one of them.
 */
final class InteractionExtractor {
    private InteractionExtractor() {}

    static List<Interaction> extract(
            Monograph monograph, List<Statement> statements, Product product, List<RiskStatement> risks) {
        InteractionReader reader = new InteractionReader(monograph.source().text(), product);
        statements.forEach(reader::read);
        risks.stream()
                .filter(r -> r.kind() == RiskKind.DRUG
                        && (r.level() == Level.CONTRAINDICATED || r.level() == Level.NOT_RECOMMENDED))
                .forEach(reader::forbidden);
        return reader.interactions();
    }
}
