package org.w3id.materia.extract;

import java.util.List;
import org.w3id.materia.extract.interaction.InteractionReader;
import org.w3id.materia.monograph.Monograph;

/** The drugs, classes, foods and substances that the text says interact, from any of its sections. */
final class InteractionExtractor {
    private InteractionExtractor() {}

    static List<Interaction> extract(Monograph monograph, List<Statement> statements, Product product) {
        InteractionReader reader = new InteractionReader(monograph.source().text(), product);
        statements.forEach(reader::read);
        return reader.interactions();
    }
}
