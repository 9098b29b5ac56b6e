package org.w3id.materia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.w3id.materia.store.IndexValue;
import org.w3id.materia.store.ResourceKey;

class SearchIndexerTest {
    private static final byte[] JSON = "{}".getBytes(StandardCharsets.UTF_8);

    private final SearchIndexer indexer = new SearchIndexer(Examples.PARAMETERS);

    @Test
    void aMedicineIsFoundByItsCodesNamesAndReferences() {
        assertThat(indexer.index(Examples.amoxicillin()))
                .containsExactlyInAnyOrder(
                        new IndexValue.Token("code", Examples.ATC, "J01CA04"),
                        new IndexValue.Text("code", "amoxicillin"),
                        new IndexValue.Text("code", "Amoxicillin"),
                        new IndexValue.Text("name", "Amoxicillin"),
                        new IndexValue.Words("name", List.of("Amoxicillin")),
                        new IndexValue.Text("name", "amoxicillin"),
                        new IndexValue.Words("name", List.of("amoxicillin")),
                        new IndexValue.Text("name", "Amoxycillin"),
                        new IndexValue.Words("name", List.of("Amoxycillin")),
                        new IndexValue.Text("name", "Amoxycillin trihydrate"),
                        new IndexValue.Words("name", List.of("Amoxycillin trihydrate")),
                        new IndexValue.Text("name:own", "Amoxicillin"),
                        new IndexValue.Text("name:own", "Amoxycillin"),
                        new IndexValue.Text("name", "Amoxicillin trihydrate"),
                        new IndexValue.Words("name", List.of("Amoxicillin trihydrate")),
                        new IndexValue.Text("name", "amox"),
                        new IndexValue.Words("name", List.of("amox")),
                        new IndexValue.Text("name", "AMOXICILLIN"),
                        new IndexValue.Words("name", List.of("AMOXICILLIN")),
                        new IndexValue.Reference("ingredient", new ResourceKey("Substance", "amoxicillin")),
                        new IndexValue.Token("ingredient-code", "http://fdasis.nlm.nih.gov", "804826J2HU"),
                        new IndexValue.Text("ingredient-code", "AMOXICILLIN"),
                        new IndexValue.Text("ingredient-code", "amox"),
                        new IndexValue.Token("classification", Examples.ATC, "J01CA"),
                        new IndexValue.Text("classification", "Penicillins"),
                        new IndexValue.Token("doseform", "urn:forms", "cap"),
                        new IndexValue.Text("doseform", "capsule"),
                        new IndexValue.Reference("monograph", new ResourceKey("DocumentReference", "amoxicillin")),
                        new IndexValue.Token("monograph-type", "http://loinc.org", "34391-3"),
                        new IndexValue.Token("status", "", "active"),
                        new IndexValue.Token(
                                "status",
                                "http://terminology.hl7.org/CodeSystem/medicationknowledge-status",
                                "active"));
    }

    @Test
    void aReferenceToAnotherServerIsFoundByItsUrl() {
        Provenance provenance = Examples.provenance();
        assertThat(indexer.index(provenance))
                .containsExactlyInAnyOrder(
                        new IndexValue.Reference("target", new ResourceKey("Composition", "amoxicillin")),
                        new IndexValue.Uri("target", "https://elsewhere.example/fhir/Composition/1"),
                        new IndexValue.Period(
                                "recorded",
                                Instant.parse("2026-11-23T01:50:24.123Z"),
                                Instant.parse("2026-11-23T01:50:24.124Z")));
    }

    @Test
    void aTypeThatIsNotServedIsRefused() {
        assertThatThrownBy(() -> indexer.index(new Patient()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Patient is not served");
    }

    @Test
    void aMedicineIsFoundByWhatItsMonographSays() {
        DetectedIssue contraindication = warning("contraindicated", "severe asthma");
        DetectedIssue caution = warning("caution", "renal impairment");
        assertThat(indexer.index(new MedicationKnowledge(), JSON, List.of(contraindication, caution)))
                .containsExactlyInAnyOrder(
                        new IndexValue.Text("contraindicated-for", "severe asthma"),
                        new IndexValue.Text("caution-for", "renal impairment"));
        assertThat(indexer.index(new Medication(), JSON, List.of(contraindication)))
                .isEmpty();
    }

    private static DetectedIssue warning(String strength, String condition) {
        DetectedIssue issue = new DetectedIssue();
        issue.addExtension(
                new Extension("https://w3id.org/materia/fhir/StructureDefinition/strength", new CodeType(strength)));
        issue.addEvidence().addCode(new CodeableConcept().setText(condition));
        return issue;
    }

    @Test
    void narrativeIsTextAndTheRestIsContent() {
        byte[] json = """
                {"resourceType":"DetectedIssue","id":"x","text":{"status":"generated",
                "div":"<div><p>Do not use &amp; see&#160;below</p><b>A</b>lso</div>"},
                "code":{"coding":[{"system":"http://s","code":"COND"}],"text":"Alert"},
                "implicated":[{"reference":"Medication/y"}]}""".getBytes(StandardCharsets.UTF_8);
        assertThat(indexer.index(new DetectedIssue(), json, List.of()))
                .containsExactly(
                        new IndexValue.Words("_text", List.of("Do not use   see\u00a0below", "A", "lso")),
                        new IndexValue.Words("_content", List.of("generated", "COND", "Alert")));
    }

    @Test
    void anElementWithoutComparableValueIsPresent() {
        MedicationKnowledge medicine = new MedicationKnowledge();
        medicine.setManufacturer(new Reference().setDisplay("Somebody"));
        assertThat(indexer.index(medicine)).containsExactly(new IndexValue.Present("manufacturer"));
    }
}
