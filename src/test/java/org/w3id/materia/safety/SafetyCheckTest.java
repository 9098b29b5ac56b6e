package org.w3id.materia.safety;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.materia.coding.ConceptLexicon;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.ingest.ImportedMonographs;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.SafetyReport;
import org.w3id.materia.safety.stated.Severity;
import org.w3id.materia.safety.stated.Strength;
import org.w3id.materia.server.terminology.BuiltInTerminology;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** What the shipped samples say of prescriptions, and what they do not. */
class SafetyCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static LuceneKnowledgeBase knowledge;
    private static SafetyCheck check;

    @BeforeAll
    static void fill() {
        knowledge = LuceneKnowledgeBase.open(data);
        ImportedMonographs.samplesInto(knowledge);
        FhirContext context = FhirContext.forR4Cached();
        ConceptLexicon names = ShippedLexicon.alone();
        TerminologyLibrary terminology = BuiltInTerminology.library(context);
        check = new SafetyCheck(context, () -> names, () -> terminology);
    }

    @AfterAll
    static void close() {
        knowledge.close();
    }

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void prescriptionsGiveTheirAlertsAndNoOthers(Scenario scenario) throws IOException {
        SafetyReport report = report(scenario);
        assertThat(scenario.written(report)).isEqualTo(scenario.alerts());
        for (Alert alert : report.alerts()) {
            if (alert.fact().isPresent()) {
                assertThat(sentences(alert.fact().get().place().reference())).contains(alert.sentence());
            } else {
                assertThat(alert.kind()).isIn(Alert.Kind.ALLERGY, Alert.Kind.DUPLICATE);
            }
            assertThat(alert.sentence()).isNotBlank();
        }
    }

    private static SafetyReport report(Scenario scenario) {
        return check(scenario.asPatient(), scenario.listed());
    }

    private static SafetyReport check(Patient patient, List<ListedMedicine> medicines) {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return check.check(patient, medicines, snapshot);
        }
    }

    /** Every sentence that the evidence of the served resource has. */
    private static List<String> sentences(String reference) throws IOException {
        try (Snapshot snapshot = knowledge.snapshot()) {
            String[] parts = reference.split("/");
            JsonNode resource = JSON.readTree(snapshot.read(new ResourceKey(parts[0], parts[1]))
                    .orElseThrow()
                    .json());
            return resource.findParents("url").stream()
                    .filter(e -> e.path("url").asText().equals("sentence"))
                    .map(e -> e.path("valueString").asText())
                    .toList();
        }
    }

    @Test
    void everyTwoMedicinesAreSpokenOfAndSilenceIsNoSafety() {
        SafetyReport report = check(Patient.UNKNOWN, named("apixaban", "naproxen", "clopidogrel", "levothyroxine"));
        assertThat(report.pairs().stream()
                        .map(p -> p.first() + "-" + p.second() + " " + p.state().code()))
                .containsExactly(
                        "0-1 by-class",
                        "0-2 stated",
                        "0-3 nothing-stated",
                        "1-2 stated",
                        "1-3 nothing-stated",
                        "2-3 nothing-stated");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        SafetyReport report = check(Patient.UNKNOWN, named("Zzyxol", "naproxen", "apixaban"));
        assertThat(report.unevaluated().stream().map(u -> u.subject() + ": " + u.reason()))
                .contains(
                        "Zzyxol: It is not known here, neither by code nor by name: only what others state of a drug"
                                + " so named was found.",
                        "naproxen: There is no monograph of it here: only what others state of it was found.",
                        "pregnancy: The patient's pregnancy is not given; it matters to what is stated of apixaban.",
                        "creatinine clearance: The patient's creatinine clearance is not given; it matters to what is"
                                + " stated of apixaban.");
    }

    @Test
    void howItWasMatchedIsSaid() {
        assertThat(matches("rx:1364430", "rx:32968")).containsExactly(Match.SAME_CODE);
        assertThat(matches("apixaban", "naproxen")).containsExactly(Match.CLASS_MEMBER);
        assertThat(matches("apixaban", "Aspirin 81 MG Oral Tablet")).containsExactly(Match.TEXT);
        assertThat(matches("paracetamol", "med:rifampicin-isoniazid-pyrazinamide"))
                .containsExactly(Match.INGREDIENT);
        SafetyReport kind = check(withConditions("icd:I50.22"), named("amlodipine"));
        // Heart failure is cautioned, and what is worse than it contraindicated.
        assertThat(kind.alerts().stream().map(a -> a.ground().matched().match()))
                .containsOnly(Match.BROADER_CODE);
        assertThat(kind.alerts().stream().map(Alert::isCertain)).containsExactlyInAnyOrder(true, false);
    }

    private static List<Match> matches(String one, String other) {
        return check(Patient.UNKNOWN, List.of(listed(one), listed(other))).alerts().stream()
                .filter(a -> a.kind() == Alert.Kind.INTERACTION)
                .map(a -> a.ground().matched().match())
                .distinct()
                .toList();
    }

    @Test
    void aFactThatSaysMoreThanTheRecordIsNotCertainAndWeaker() {
        Alert alert = check(withConditions("sct:236423003"), named("colecalciferol")).alerts().stream()
                .filter(a -> a.subject().words().equals("severe renal impairment"))
                .findFirst()
                .orElseThrow();
        assertThat(alert.isCertain()).isFalse();
        assertThat(alert.rating().strength()).contains(Strength.CONTRAINDICATED);
        assertThat(alert.rating().severity()).isEqualTo(Severity.MODERATE);
    }

    private static Patient withConditions(String... conditions) {
        return new Patient.Builder()
                .conditions(Stream.of(conditions).map(Scenario::term).toList())
                .build();
    }

    private static List<ListedMedicine> named(String... medicines) {
        return Stream.of(medicines).map(SafetyCheckTest::listed).toList();
    }

    private static ListedMedicine listed(String medicine) {
        return ListedMedicine.of(Scenario.term(medicine));
    }
}
