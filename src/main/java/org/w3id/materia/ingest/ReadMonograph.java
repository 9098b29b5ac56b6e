package org.w3id.materia.ingest;

import org.w3id.materia.extract.FactExtractor;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.MonographReader;
import org.w3id.materia.monograph.SectionKind;
import org.w3id.materia.monograph.UnusableMonographException;

/**
 * A file that is a monograph, with the facts in it.
 *
 * @param monograph the text
 * @param facts what it states
 */
record ReadMonograph(Monograph monograph, MonographFacts facts) {

    /**
     * Reads a file.
     *
     * @throws UnusableMonographException where it is no text, or where it has no part of a monograph and does not say
     *     either that it cannot describe a product, or describes its ingredients apart
     */
    static ReadMonograph of(String path, byte[] content) throws UnusableMonographException {
        Monograph monograph = MonographReader.read(path, content);
        MonographFacts facts = FactExtractor.extract(monograph);
        boolean sections = monograph.sections().stream().anyMatch(s -> s.kind() != SectionKind.OTHER);
        // Its parts may stand under labels instead of headings.
        boolean parts = !facts.indications().isEmpty() && !facts.effects().isEmpty();
        if (!sections && !parts && facts.product().kind() == Product.Kind.MONOGRAPH) {
            throw new UnusableMonographException(
                    new Finding(
                            Severity.ERROR,
                            path,
                            0,
                            "not-a-monograph",
                            "The text has none of the sections of a monograph (Usage, Dosage, Precautions …); it is not served."));
        }
        return new ReadMonograph(monograph, facts);
    }
}
