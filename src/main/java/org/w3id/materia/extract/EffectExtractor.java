package org.w3id.materia.extract;

import java.util.List;
import org.w3id.materia.extract.effect.EffectReader;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.UndesirableEffect;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SectionKind;

/** The undesirable effects that the section "Side Effects" states, each with its frequency and seriousness. */
final class EffectExtractor {
    private EffectExtractor() {}

    static List<UndesirableEffect> extract(Monograph monograph, List<Statement> statements, Product product) {
        EffectReader reader = new EffectReader(monograph.source().text(), product);
        statements.stream().filter(s -> s.part() == SectionKind.SIDE_EFFECTS).forEach(reader::read);
        return reader.effects();
    }
}
