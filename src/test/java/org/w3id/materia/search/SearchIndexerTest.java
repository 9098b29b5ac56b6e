package org.w3id.materia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.junit.jupiter.api.Test;
import org.w3id.materia.store.IndexValue;
import org.w3id.materia.store.ResourceKey;

class SearchIndexerTest {
    private final SearchIndexer indexer = new SearchIndexer(Examples.PARAMETERS);

    @Test
    void aMedicineIsFoundByItsCodesNamesAndReferences() {
        assertThat(indexer.index(Examples.amoxicillin()))
                .containsExactly(
                        new IndexValue.Token("code", Examples.ATC, "J01CA04"),
                        new IndexValue.Text("code", "amoxicillin"),
                        new IndexValue.Text("code", "Amoxicillin"),
                        new IndexValue.Text("name", "Amoxicillin"),
                        new IndexValue.Text("name", "amoxicillin"),
                        new IndexValue.Text("name", "Amoxycillin"),
                        new IndexValue.Text("name", "Amoxicillin trihydrate"),
                        new IndexValue.Text("name", "amox"),
                        new IndexValue.Text("name", "AMOXICILLIN"),
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
        Provenance provenance = (Provenance) Examples.ofEveryType().get(10);
        assertThat(indexer.index(provenance))
                .containsExactly(
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
}
