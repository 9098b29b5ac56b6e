package org.w3id.materia.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

/** {@code $meta} and {@code $versions}. */
@Tag("server")
class GeneralOperationsTest {
    private static final String PROFILE = "https://w3id.org/materia/fhir/StructureDefinition/medicine";
    private static TestServer server;

    @BeforeAll
    static void start() {
        StructureDefinition profile = new StructureDefinition();
        profile.setId("medicine");
        profile.setUrl(PROFILE).setName("Medicine").setStatus(PublicationStatus.ACTIVE);
        profile.setType("MedicationKnowledge").setKind(StructureDefinition.StructureDefinitionKind.RESOURCE);
        profile.setDerivation(StructureDefinition.TypeDerivationRule.CONSTRAINT);
        var knowledge = Medicines.knowledge("a", "Amoxicillin");
        knowledge.getMeta().addProfile(PROFILE);
        server = TestServer.with(knowledge, Medicines.medication("a", "Amoxicillin"), profile);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void metaOfAResourceIsItsOwn() {
        Meta meta = meta("fhir/MedicationKnowledge/a/$meta");
        assertThat(meta.getVersionId()).isNotBlank();
        assertThat(meta.getProfile().stream().map(PrimitiveType::getValueAsString))
                .containsExactly(PROFILE);
    }

    @Test
    void metaOfATypeAndOfTheServerIsWhatIsThere() {
        for (String path : List.of("fhir/MedicationKnowledge/$meta", "fhir/$meta")) {
            assertThat(meta(path).getProfile().stream().map(PrimitiveType::getValueAsString))
                    .as(path)
                    .containsExactly(PROFILE);
        }
        assertThat(meta("fhir/Medication/$meta").getProfile()).isEmpty();
        assertThat(meta("fhir/Medication/$meta").hasLastUpdated()).isTrue();
        assertThat(server.get("fhir/Medication/none/$meta").statusCode()).isEqualTo(404);
        assertThat(server.get("fhir/Medication/a/$meta?colour=red").statusCode())
                .isEqualTo(400);
    }

    @Test
    void oneVersionOfFhirIsSpoken() {
        for (String path : List.of("fhir/$versions", "fhir/CapabilityStatement/$versions")) {
            Parameters versions = parameters(server.get(path));
            assertThat(versions.getParameter().stream()
                            .map(p -> p.getName() + " " + p.getValue().primitiveValue()))
                    .containsExactly("version 4.0", "default 4.0");
        }
        assertThat(server.get("fhir/CapabilityStatement").statusCode()).isEqualTo(404);
    }

    private static Meta meta(String path) {
        return (Meta) parameters(server.get(path)).getParameter("return").getValue();
    }

    private static Parameters parameters(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestServer.CONTEXT.newJsonParser().parseResource(Parameters.class, response.body());
    }
}
