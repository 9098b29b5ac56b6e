package org.w3id.materia.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.Corpus;
import org.w3id.materia.extract.fact.QuestionAnswer;

class QuestionExtractorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "* **Q: May I swim?** A: Yes. Dry off.\n* **Q: May I ski?** A: No.",
                "**Q: May I swim?**\nA: Yes. Dry off.\n\n**Q: May I ski?**\nA: No.",
                "**Q: May I swim?** A: Yes. Dry off.\n**Q: May I ski?** A: No.",
                "* **May I swim?** Yes. Dry off.\n* **May I ski?** No.",
                "* **Q: May I swim?**\n    * **A:** Yes. Dry off.\n* **Q: May I ski?**\n    * A: No.",
                "* **Q: May I swim?**\n\n  Yes. Dry off.\n* **Q: May I ski?**\n\n  No.",
                "#### May I swim?\n\nYes. Dry off.\n\n#### May I ski?\n\nNo.",
                "1. May I swim? Yes. Dry off.\n2. May I ski? No.",
                "Q: May I swim?\n\nA: Yes. Dry off.\n\nQ: May I ski?\n\nA: No.\n\nDisclaimer: ask someone.",
            })
    void everyFormGivesTheSameQuestionsAndAnswers(String section) {
        List<QuestionAnswer> questions =
                Facts.of("Testdrug", "### FAQs\n\n" + section + "\n").questions();
        assertThat(questions)
                .extracting(q -> q.question() + "|" + q.answer())
                .containsExactly("May I swim?|Yes. Dry off.", "May I ski?|No.");
    }

    @Test
    void evidenceReachesFromTheQuestionToTheEndOfItsAnswer() {
        QuestionAnswer question = Facts.of("Testdrug", "### FAQs\n\n* **Q: May I swim?** A: Yes. *Dry* off.\n")
                .questions()
                .get(0);
        assertThat(question.evidence().quote()).isEqualTo("Q: May I swim?** A: Yes. *Dry* off.");
    }

    @Test
    void questionsMarkedAsSuchAreReadInOtherSections() {
        assertThat(Facts.of("Testdrug", "### Precautions\n\nTake care. Why not?\n\n* **Q: May I swim?** A: Yes.\n")
                        .questions())
                .extracting(QuestionAnswer::question)
                .containsExactly("May I swim?");
    }

    @Tag("corpus")
    @Test
    void everyQuestionOfTheRealMonographsIsFound() {
        for (Corpus.Reading reading : Corpus.readings()) {
            long marked = reading.monograph()
                    .source()
                    .text()
                    .lines()
                    .filter(l -> l.matches("\\s*(?:[*-]\\s+)?\\**Q\\d*:.*"))
                    .count();
            assertThat((long) reading.facts().questions().size())
                    .as(reading.file().toString())
                    .isGreaterThanOrEqualTo(marked);
        }
    }
}
