package org.w3id.materia.server.pages.find;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.materia.server.pages.medicine.Fact;

/** What the page of questions shows. */
public final class FindPage {
    private FindPage() {}

    /** One fact that answers. */
    public record Row(Fact.MedicineLink medicine, Statement statement, Source source) {
        /** The same as another kind of answer. */
        Row as(String kind) {
            return new Row(medicine, new Statement(kind, statement.what(), statement.notes()), source);
        }

        /** By the names of the medicines; what one sentence states in two ways, as "contraindicated" and "interaction", is told once. */
        static List<Row> joined(Collection<Row> rows) {
            Map<List<String>, Row> joined = new LinkedHashMap<>();
            rows.stream()
                    .sorted(Comparator.comparing((Row row) -> row.medicine().name(), String.CASE_INSENSITIVE_ORDER))
                    .forEach(row -> joined.merge(
                            List.of(
                                    row.medicine().id(),
                                    row.statement().what(),
                                    row.source().sentence()),
                            row,
                            Row::with));
            return List.copyOf(joined.values());
        }

        private Row with(Row other) {
            return new Row(medicine, statement.with(other.statement), source);
        }
    }

    /**
     * What is stated.
     *
     * @param kind of the fact, as a word
     * @param what it is about, in the text's own words
     * @param notes what is stated beside it; empty where there is nothing
     */
    public record Statement(String kind, String what, String notes) {
        private Statement with(Statement other) {
            boolean isSaid = kind.equals(other.kind) || kind.endsWith(", " + other.kind);
            return new Statement(isSaid ? kind : kind + ", " + other.kind, what, notes.isEmpty() ? other.notes : notes);
        }
    }

    /**
     * Where it is stated.
     *
     * @param fact its anchor on the page of the medicine; empty where the answer is the medicine as a whole
     */
    public record Source(String sentence, String fact) {
        /** Of an answer that is the medicine as a whole. */
        static final Source NONE = new Source("", "");
    }

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
