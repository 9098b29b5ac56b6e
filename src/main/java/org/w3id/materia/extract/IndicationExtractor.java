package org.w3id.materia.extract;

import java.util.List;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.indication.IndicationReader;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.monograph.Monograph;

/** What the drug is used for, as the sections on usage state it. */
final class IndicationExtractor {
    private IndicationExtractor() {}

    static List<Indication> extract(Monograph monograph, List<Statement> statements, Product product) {
        IndicationReader reader = new IndicationReader(monograph.source().text(), product);
        statements.forEach(reader::read);
        return reader.indications();
    }
}
