package org.w3id.materia.safety;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.coding.ConceptLexicon;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.ingest.ImportedMonographs;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.PairResult;
import org.w3id.materia.safety.report.SafetyReport;
import org.w3id.materia.server.terminology.BuiltInTerminology;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** The check against a plain comparison of all interactions with all codes, on real monographs. */
@Tag("corpus")
class CorpusSafetyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SAYING_LESS = Set.of("broader", "broader-cross-reference");
    private static final int AT_ONCE = 40;

    @TempDir
    static Path data;

    private static LuceneKnowledgeBase knowledge;
    private static SafetyCheck check;

    @BeforeAll
    static void fill() throws IOException {
        List<Path> corpus = SharedFiles.corpus();
        knowledge = LuceneKnowledgeBase.open(data);
        ImportedMonographs.into(knowledge, corpus);
        FhirContext context = FhirContext.forR4Cached();
        ConceptLexicon names = ShippedLexicon.alone();
        TerminologyLibrary terminology = BuiltInTerminology.library(context);
        check = new SafetyCheck(context, () -> names, () -> terminology);
    }

    @AfterAll
    static void close() {
        if (knowledge != null) {
            knowledge.close();
        }
    }

    @Test
    void pairsThatAreStatedAreFoundFromBothSidesAndNoAlertIsWithoutItsSentence() throws IOException {
        try (Snapshot snapshot = knowledge.snapshot()) {
            List<String> medicines = new ArrayList<>(all("MedicationKnowledge", snapshot).stream()
                    .map(r -> r.path("id").asText())
                    .toList());
            Map<String, Set<String>> codes = codes(snapshot);
            Map<String, Set<String>> agents = agents(snapshot);
            int stated = 0;
            for (String one : medicines) {
                List<String> list = new ArrayList<>(List.of(one));
                medicines.stream()
                        .filter(other -> !Collections.disjoint(agents.getOrDefault(one, Set.of()), codes.get(other)))
                        .filter(other -> Collections.disjoint(codes.get(one), codes.get(other)))
                        .limit(AT_ONCE)
                        .forEach(list::add);
                if (list.size() > 1) {
                    stated += list.size() - 1;
                    check(list, snapshot);
                }
            }
            assertThat(stated).as("pairs that are stated by code").isPositive();
        }
    }

    /** The first of the list is stated to interact with each of the others. */
    private static void check(List<String> list, Snapshot snapshot) throws IOException {
        SafetyReport report = report(list, snapshot);
        Set<String> found = pairs(report, list);
        assertThat(found)
                .containsAll(list.stream()
                        .skip(1)
                        .map(other -> pair(list.get(0), other))
                        .toList());
        List<String> backwards = new ArrayList<>(list);
        Collections.reverse(backwards);
        assertThat(pairs(report(backwards, snapshot), backwards)).isEqualTo(found);
        for (Alert alert : report.alerts()) {
            assertThat(alert.sentence()).isNotBlank();
            assertThat(isOf(alert, snapshot)).as(alert.fact().toString()).isTrue();
        }
    }

    private static SafetyReport report(List<String> ids, Snapshot snapshot) {
        return check.check(
                Patient.UNKNOWN,
                ids.stream()
                        .map(id -> ListedMedicine.of(Scenario.term("med:" + id)))
                        .toList(),
                snapshot);
    }

    private static Set<String> pairs(SafetyReport report, List<String> list) {
        Set<String> pairs = new TreeSet<>();
        report.pairs().stream()
                .filter(p -> p.state() != PairResult.State.NOTHING_STATED)
                .forEach(p -> pairs.add(pair(list.get(p.first()), list.get(p.second()))));
        return pairs;
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    /** Codes of each medicine's name. */
    private static Map<String, Set<String>> codes(Snapshot snapshot) throws IOException {
        Map<String, Set<String>> codes = new HashMap<>();
        for (JsonNode medicine : all("MedicationKnowledge", snapshot)) {
            codes.put(medicine.path("id").asText(), codes(medicine.path("code")));
        }
        return codes;
    }

    /** Codes of the drugs that each medicine is stated to interact with. */
    private static Map<String, Set<String>> agents(Snapshot snapshot) throws IOException {
        Map<String, Set<String>> agents = new HashMap<>();
        for (JsonNode interaction : all("MedicinalProductInteraction", snapshot)) {
            String subject = interaction.at("/subject/0/reference").asText().replace("Medication/", "");
            interaction.path("interactant").forEach(i -> agents.computeIfAbsent(subject, s -> new HashSet<>())
                    .addAll(codes(i.path("itemCodeableConcept"))));
        }
        return agents;
    }

    private static Set<String> codes(JsonNode concept) {
        Set<String> codes = new HashSet<>();
        for (JsonNode coding : concept.path("coding")) {
            boolean saysLess = false;
            for (JsonNode extension : coding.path("extension")) {
                saysLess |= SAYING_LESS.contains(extension.path("valueCode").asText());
            }
            if (!saysLess) {
                codes.add(coding.path("system").asText() + "|"
                        + coding.path("code").asText());
            }
        }
        return codes;
    }

    private static List<JsonNode> all(String type, Snapshot snapshot) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            var page = snapshot.search(new Query(type, List.of(), 500, after));
            for (StoredResource stored : page.resources()) {
                all.add(JSON.readTree(stored.json()));
            }
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    /** Whether the resource of an alert has its sentence as evidence. */
    private static boolean isOf(Alert alert, Snapshot snapshot) throws IOException {
        if (alert.fact().isEmpty()) {
            return alert.kind() == Alert.Kind.DUPLICATE;
        }
        String[] parts = alert.fact().get().place().reference().split("/");
        JsonNode resource = JSON.readTree(
                snapshot.read(new ResourceKey(parts[0], parts[1])).orElseThrow().json());
        return resource.findParents("url").stream()
                .anyMatch(e -> e.path("url").asText().equals("sentence")
                        && e.path("valueString").asText().equals(alert.sentence()));
    }
}
