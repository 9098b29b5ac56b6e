package org.w3id.materia.server.pages.find;

import java.util.List;
import org.w3id.materia.server.pages.medicine.Fact;

/** What the page of questions shows. */
public final class FindPage {
    private FindPage() {}

    /**
     * One fact that answers.
     *
     * @param kind of the fact, as a word
     * @param what it is about, in the text's own words
     * @param fact its anchor on the page of the medicine; empty where the answer is the medicine as a whole
     */
    public record Row(
            Fact.MedicineLink medicine, String kind, String what, String notes, String sentence, String fact) {}

    /**
     * All answers to a question.
     *
     * @param missing how many there are that are not among the rows
     * @param queries FHIR searches that gave them
     */
    public record Answers(Question question, List<Row> rows, int missing, List<FhirQuery> queries) {
        public Answers {
            rows = List.copyOf(rows);
            queries = List.copyOf(queries);
        }
    }

    /** A question that may be meant, and how many answers it has. */
    public record Offer(Question question, int answers) {}
}
