package org.w3id.materia.server.pages.find;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicinalProductIndication;
import org.hl7.fhir.r4.model.MedicinalProductInteraction;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.w3id.materia.server.pages.medicine.DoseWords;
import org.w3id.materia.server.pages.medicine.Fact;
import org.w3id.materia.server.pages.medicine.ProductFacts;

/** What may be meant, while somebody is typing: medicines by their names, and questions about what the monographs name. */
public final class Suggestions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 8;
    private static final String CONSIDERED = "100";

    /**
     * One suggestion.
     *
     * @param label what it is called
     * @param note what is to be known of it; empty for nothing
     * @param page where it leads, from the root of the pages
     */
    record Suggestion(String label, String note, String page) {}

    private final Finder finder;

    public Suggestions(Finder finder) {
        this.finder = finder;
    }

    /** As JSON, the likeliest first. */
    public String json(String typed) {
        try {
            return JSON.writeValueAsString(of(typed.strip()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Suggestion> of(String typed) {
        List<Suggestion> suggestions = new ArrayList<>();
        if (typed.isEmpty()) {
            return suggestions;
        }
        Question.inWords(typed).ifPresent(question -> addQuestions(question, suggestions));
        addMedicines("name", typed, "", suggestions);
        addQuestions(new Question(Question.Kind.FOR, typed), suggestions);
        if (suggestions.isEmpty()) {
            addMedicines("similar-name", typed, "similar name", suggestions);
        }
        return suggestions.size() > MOST ? suggestions.subList(0, MOST) : suggestions;
    }

    private void addMedicines(String parameter, String typed, String note, List<Suggestion> suggestions) {
        FhirQuery query = new FhirQuery("MedicationKnowledge", Map.of(parameter, FhirQuery.escaped(typed)));
        String count = Integer.toString(MOST);
        for (Resource found :
                finder.find(query, "_count", count, "_elements", "code,synonym").resources()) {
            MedicationKnowledge medicine = (MedicationKnowledge) found;
            String name = medicine.getCode().getText();
            suggestions.add(new Suggestion(
                    name,
                    note.isEmpty() ? otherName(medicine, name, typed) : note,
                    "medicines/" + medicine.getIdElement().getIdPart()));
        }
    }

    /** The synonym that was typed the beginning of, where it was not the name. */
    private static String otherName(MedicationKnowledge medicine, String name, String typed) {
        return has(name, typed)
                ? ""
                : medicine.getSynonym().stream()
                        .map(StringType::getValue)
                        .filter(synonym -> has(synonym, typed))
                        .findFirst()
                        .orElse("");
    }

    private static boolean has(String name, String typed) {
        return name.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT));
    }

    /** The same question about each thing that the monographs name in these words, those of most facts first. */
    private void addQuestions(Question question, List<Suggestion> suggestions) {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (FhirQuery query : question.queries()) {
            finder.find(query, "_count", CONSIDERED).resources().stream()
                    .flatMap(found -> about(found, question.kind()))
                    .filter(words -> has(words, question.about()))
                    .forEach(words -> named.merge(words.toLowerCase(Locale.ROOT), 1, Integer::sum));
        }
        named.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST / 2)
                .map(e -> suggestion(new Question(question.kind(), e.getKey())))
                .forEach(suggestions::add);
    }

    /** What a fact, or a medicine as far as the question is about it, names. */
    private static Stream<String> about(Resource found, Question.Kind kind) {
        if (found instanceof MedicationKnowledge medicine) {
            return ProductFacts.of(medicine).stream()
                    .filter(group -> group.id().equals(kind.parameter()))
                    .flatMap(group -> group.facts().stream())
                    .map(Fact::text);
        }
        return Stream.of(DoseWords.concept(
                found instanceof DetectedIssue issue
                        ? issue.getEvidenceFirstRep().getCodeFirstRep()
                        : found instanceof MedicinalProductInteraction interaction
                                ? interaction.getInteractantFirstRep().getItemCodeableConcept()
                                : ((MedicinalProductIndication) found).getDiseaseSymptomProcedure()));
    }

    private static Suggestion suggestion(Question question) {
        return new Suggestion(
                question.inWords(),
                "",
                "find?" + question.kind().parameter() + "="
                        + URLEncoder.encode(question.about(), StandardCharsets.UTF_8));
    }
}
