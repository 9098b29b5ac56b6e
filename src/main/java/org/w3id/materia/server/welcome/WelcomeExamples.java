package org.w3id.materia.server.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.Snapshot;

/** Things that are served, to ask for on the page for people. */
final class WelcomeExamples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> values = new HashMap<>();

    private WelcomeExamples() {}

    /**
     * By name, as far as there are any: {@code medicine} (id), {@code label} (its name), {@code name} (a beginning of it), {@code
     * condition} that it is for, {@code class} that it belongs to.
     */
    static Map<String, String> of(Snapshot snapshot) {
        WelcomeExamples examples = new WelcomeExamples();
        first(snapshot, "MedicationKnowledge", List.of()).ifPresent(medicine -> {
            String id = medicine.path("id").asText();
            examples.put("medicine", id);
            // Of a combination's id, the first part is a name that finds it.
            examples.put("name", id.split("[-.]", 2)[0]);
            examples.put("label", medicine.at("/code/text").asText(id));
            examples.put(
                    "class",
                    medicine.at("/medicineClassification/0/classification/0/text")
                            .asText());
            Criterion ofIt = new Criterion("subject", List.of(new Criterion.RefersTo("Medication", id)));
            first(snapshot, "MedicinalProductIndication", List.of(ofIt))
                    .ifPresent(indication -> examples.put(
                            "condition",
                            indication.at("/diseaseSymptomProcedure/text").asText()));
        });
        return Map.copyOf(examples.values);
    }

    private void put(String name, String value) {
        if (!value.isBlank()) {
            values.put(name, value);
        }
    }

    private static Optional<JsonNode> first(Snapshot snapshot, String type, List<Criterion> criteria) {
        return snapshot.search(new Query(type, criteria, 1, Optional.empty())).resources().stream()
                .findFirst()
                .map(resource -> {
                    try {
                        return JSON.readTree(resource.json());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
