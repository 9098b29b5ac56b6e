package org.w3id.materia.ingest;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.outline.Outline;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Section;

/**
 * A section as it was understood: what was made of it, and beside that the sentences of which nothing was made.
 *
 * @param section the section
 * @param facts the facts that stand in it, in the order of the text
 * @param sentences how many sentences, items and cells it has, without labels and without those that introduce lists
 * @param withoutFact those that no fact quotes, in the order of the text
 */
public record SectionReview(Section section, List<FactInWords> facts, int sentences, List<Passage> withoutFact) {
    public SectionReview {
        facts = List.copyOf(facts);
        withoutFact = List.copyOf(withoutFact);
    }

    static List<SectionReview> of(Monograph monograph, MonographFacts facts) {
        List<FactInWords> stated = FactInWords.of(facts);
        return monograph.sections().stream()
                .map(section -> review(section, within(section.span(), stated)))
                .toList();
    }

    private static SectionReview review(Section section, List<FactInWords> facts) {
        List<Passage> sentences = new ArrayList<>();
        for (Statement statement : Outline.of(section)) {
            if (statement.role() == Role.SENTENCE || statement.role() == Role.ROW) {
                sentences.add(statement.text());
            }
        }
        List<Passage> without = sentences.stream()
                .filter(s -> facts.stream().noneMatch(f -> f.evidence().span().overlaps(s.span())))
                .toList();
        return new SectionReview(section, facts, sentences.size(), without);
    }

    private static List<FactInWords> within(SourceSpan span, List<FactInWords> facts) {
        return facts.stream()
                .filter(f -> f.evidence().span().start() >= span.start()
                        && f.evidence().span().start() < span.end())
                .toList();
    }
}
