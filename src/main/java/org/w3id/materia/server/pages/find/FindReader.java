package org.w3id.materia.server.pages.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.w3id.materia.server.pages.medicine.Fact;

/** Words that are no question in form → the medicines and the questions that may be meant. */
public final class FindReader {
    private static final String MOST = "100";

    private final Finder finder;
    private final OpenedClasses classes;

    public FindReader(Finder finder, OpenedClasses classes) {
        this.finder = finder;
        this.classes = classes;
    }

    /**
     * What may be meant.
     *
     * @param medicines of these names
     * @param similar medicines whose names are only near to these words: they may be other medicines
     * @param offers questions about them that have answers
     */
    public record Meant(
            List<Fact.MedicineLink> medicines, List<Fact.MedicineLink> similar, List<FindPage.Offer> offers) {
        /** The medicine whose name is exactly this, where it is the only one. */
        public String exactly(String words) {
            return medicines.stream()
                    .filter(m -> m.name().equalsIgnoreCase(words))
                    .map(Fact.MedicineLink::id)
                    .reduce((one, other) -> "")
                    .orElse("");
        }
    }

    /** Medicines of that name, or of a similar one where there is none, and each kind of question that has answers about these words. */
    public Meant read(String words) {
        List<Fact.MedicineLink> medicines = medicines("name", words);
        List<Fact.MedicineLink> similar = medicines.isEmpty() ? medicines("similar-name", words) : List.of();
        List<FindPage.Offer> offers = new ArrayList<>();
        for (Question.Kind kind : Question.Kind.values()) {
            Question question = new Question(kind, words);
            int answers = Stream.concat(question.queries().stream(), question.openedBy(classes).stream())
                    .mapToInt(query -> finder.find(query, "_summary", "count").total())
                    .sum();
            if (answers > 0) {
                offers.add(new FindPage.Offer(question, answers));
            }
        }
        return new Meant(medicines, similar, offers);
    }

    private List<Fact.MedicineLink> medicines(String parameter, String words) {
        FhirQuery query = new FhirQuery("MedicationKnowledge", Map.of(parameter, FhirQuery.escaped(words)));
        return finder.find(query, "_count", MOST, "_elements", "code").resources().stream()
                .map(MedicationKnowledge.class::cast)
                .map(m -> new Fact.MedicineLink(
                        m.getIdElement().getIdPart(), m.getCode().getText()))
                .toList();
    }
}
