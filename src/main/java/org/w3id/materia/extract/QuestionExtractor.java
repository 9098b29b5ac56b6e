package org.w3id.materia.extract;

import java.util.List;
import org.w3id.materia.extract.question.QuestionReader;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SectionKind;

/** The questions and answers of the section "FAQs". */
final class QuestionExtractor {
    private QuestionExtractor() {}

    static List<QuestionAnswer> extract(Monograph monograph) {
        String source = monograph.source().text();
        return monograph.sections(SectionKind.FAQS).stream()
                .flatMap(section -> QuestionReader.read(source, section.blocks()).stream())
                .toList();
    }
}
