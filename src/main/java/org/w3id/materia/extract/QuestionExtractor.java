package org.w3id.materia.extract;

import java.util.List;
import org.w3id.materia.extract.fact.QuestionAnswer;
import org.w3id.materia.extract.question.QuestionReader;
import org.w3id.materia.monograph.Monograph;

/** The questions and answers: those of the section "FAQs", and those marked "Q:" anywhere else. */
final class QuestionExtractor {
    private QuestionExtractor() {}

    static List<QuestionAnswer> extract(Monograph monograph) {
        String source = monograph.source().text();
        return monograph.sections().stream()
                .flatMap(section -> QuestionReader.read(source, section).stream())
                .toList();
    }
}
