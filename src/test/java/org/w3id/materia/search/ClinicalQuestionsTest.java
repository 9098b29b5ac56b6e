package org.w3id.materia.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.ingest.ImportedMonographs;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.TestStores;

/** What an EHR asks in one request, of the shipped monographs. */
class ClinicalQuestionsTest {
    @TempDir
    static Path data;

    private static KnowledgeBase knowledge;

    @BeforeAll
    static void fill() {
        knowledge = TestStores.open(data);
        ImportedMonographs.samplesInto(knowledge);
    }

    @AfterAll
    static void close() {
        knowledge.close();
    }

    @Test
    void whichMedicinesAreContraindicatedInPregnancy() {
        assertThat(medicines("contraindicated-for:text", "pregnancy"))
                .contains("methotrexate", "simvastatin")
                .doesNotContain("paracetamol");
        assertThat(medicines("contraindicated-for", "http://terminology.hl7.org/CodeSystem/v3-ActCode|PREG"))
                .contains("methotrexate", "simvastatin");
    }

    @Test
    void whatIsAnAdultsDosingForOneIndication() {
        assertThat(medicines("name", "apixaban", "population", "adult", "indication:text", "atrial fibrillation"))
                .containsExactly("apixaban");
        assertThat(medicines("name", "apixaban", "indication:text", "asthma")).isEmpty();
    }

    @Test
    void whichOfTheseInteractWithAlcohol() {
        assertThat(medicines("_id", "paracetamol,methotrexate,latanoprost", "interacts-with:text", "alcohol"))
                .contains("methotrexate")
                .doesNotContain("latanoprost");
    }

    @Test
    void aMistypedNameIsResembledByFew() {
        assertThat(medicines("name", "amoxicilin")).isEmpty();
        Criterion resembling = new Criterion("name", List.of(new Criterion.TextResembles("amoxicilin")));
        assertThat(medicines(List.of(resembling))).containsExactly("amoxicillin", "amoxicillin-clavulanic-acid");
    }

    /** @param parameters name and value in turn */
    private static List<String> medicines(String... parameters) {
        SearchParser parser = new SearchParser(Examples.PARAMETERS);
        List<Criterion> allOf = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            allOf.add(parser.parse("MedicationKnowledge", parameters[i], parameters[i + 1], "http://localhost/fhir"));
        }
        return medicines(allOf);
    }

    private static List<String> medicines(List<Criterion> allOf) {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return snapshot.search(new Query("MedicationKnowledge", allOf, 100, Optional.empty())).resources().stream()
                    .map(r -> r.key().id())
                    .toList();
        }
    }
}
