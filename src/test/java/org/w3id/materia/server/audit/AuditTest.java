package org.w3id.materia.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.fhirpath.IFhirPath;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.config.Observability;
import org.w3id.materia.server.config.Observability.Audit;
import org.w3id.materia.server.config.Observability.RequestLogForm;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;

@Tag("server")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class AuditTest {
    @TempDir
    Path folder;

    @Test
    void aReadTellsWhoReadWhat() throws IOException {
        try (TestServer server = auditing(false)) {
            server.get("fhir/MedicationKnowledge/a", "X-Request-Id", "ehr-1");

            AuditEvent event = events(1).get(0);
            assertThat(event.getMeta().getProfile().get(0).getValue())
                    .isEqualTo("https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.Read");
            assertThat(event.getType().getCode()).isEqualTo("rest");
            assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("read");
            assertThat(event.getAction().toCode()).isEqualTo("R");
            assertThat(event.getOutcome().toCode()).isEqualTo("0");
            assertThat(event.getRecorded()).isNotNull();
            assertThat(event.getAgent()).hasSize(2);
            assertThat(event.getAgent().get(0).getRequestor()).isTrue();
            assertThat(event.getAgent().get(0).getType().getCodingFirstRep().getCode())
                    .isEqualTo("110152");
            assertThat(event.getAgent().get(0).getNetwork().getAddress()).isEqualTo("127.0.0.1");
            assertThat(event.getEntity().get(0).getWhat().getReference()).isEqualTo("MedicationKnowledge/a");
            assertThat(event.getEntity().get(1).getWhat().getIdentifier().getValue())
                    .isEqualTo("ehr-1");
        }
    }

    @Test
    void ofAQueryItTellsThePathUnlessAskedForMore() throws IOException {
        try (TestServer server = auditing(false)) {
            server.get("fhir/MedicationKnowledge?name=jane-doe");
            server.send("POST", "cds-services/order-sign", BodyPublishers.ofString("{\"patient\":\"jane-doe\"}"));
            server.get("fhir/MedicationKnowledge/none");

            List<AuditEvent> events = events(3);
            assertThat(query(events.get(0))).isEqualTo("GET /fhir/MedicationKnowledge");
            assertThat(events.get(0).getMeta().getProfile().get(0).getValue()).endsWith("/IHE.BasicAudit.Query");
            assertThat(events.get(0).getSubtypeFirstRep().getCode()).isEqualTo("search-type");
            assertThat(events.get(0).getAction().toCode()).isEqualTo("E");
            assertThat(events.get(0)
                            .getAgent()
                            .get(0)
                            .getType()
                            .getCodingFirstRep()
                            .getCode())
                    .isEqualTo("110153");
            assertThat(query(events.get(1))).isEqualTo("POST /cds-services/order-sign");
            assertThat(events.get(1).getOutcome().toCode()).isEqualTo("4");
            assertThat(events.get(2).getOutcome().toCode()).isEqualTo("4");
            assertThat(Files.readString(file())).doesNotContain("jane-doe");
        }
        Files.delete(file());
        try (TestServer server = auditing(true)) {
            server.get("fhir/MedicationKnowledge?name=jane-doe");
            assertThat(query(events(1).get(0))).isEqualTo("GET /fhir/MedicationKnowledge?name=jane-doe");
        }
    }

    /**
     * What the profiles demand, element by element, as they are no package that a build could have. Written after the definitions of
     * IHE.BasicAudit.Read and .Query in BALP 1.1.
     */
    @ParameterizedTest
    @CsvSource({
        "fhir/MedicationKnowledge/a, Read, read, R, 110152, 110153",
        "fhir/MedicationKnowledge/a/_history/VERSION, Read, vread, R, 110152, 110153",
        "fhir/MedicationKnowledge?_count=1, Query, search-type, E, 110153, 110152",
        "fhir?_type=MedicationKnowledge, Query, search-system, E, 110153, 110152",
        "fhir/MedicationKnowledge/$meta, Query, operation, E, 110153, 110152",
    })
    void anEventHasAllThatItsProfileDemands(
            String path, String profile, String interaction, String action, String client, String server)
            throws IOException {
        try (TestServer asked = auditing(false);
                Snapshot now = asked.knowledge.snapshot()) {
            String version = now.read(new ResourceKey("MedicationKnowledge", "a"))
                    .orElseThrow()
                    .versionId();
            assertThat(asked.get(path.replace("VERSION", version)).statusCode()).isEqualTo(200);
        }
        AuditEvent event = events(1).get(0);
        List<String> demands = new ArrayList<>(List.of(
                "meta.profile.single() = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit."
                        + profile + "'",
                "type.system = 'http://terminology.hl7.org/CodeSystem/audit-event-type' and type.code = 'rest'",
                "subtype.single().system = 'http://hl7.org/fhir/restful-interaction'",
                "subtype.single().code = '" + interaction + "'",
                "subtype.single().display = '" + interaction + "'",
                "action = '" + action + "'",
                "recorded.exists()",
                "outcome = '0'",
                "source.observer.exists()",
                "agent.count() = 2",
                "agent.all(type.coding.single().system = 'http://dicom.nema.org/resources/ontology/DCM')",
                "agent.where(type.coding.code = '" + client + "').single().requestor = true",
                "agent.where(type.coding.code = '" + server + "').single().requestor = false",
                "agent.all(who.exists() and network.address.exists() and network.type = '2' and media.empty())",
                "entity.count() = 2",
                "entity.where(type.code = 'XrequestId').single().what.identifier.value.exists()",
                "entity.where(type.code = 'XrequestId').type.system"
                        + " = 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType'",
                "entity.where(type.code = '2').type.system"
                        + " = 'http://terminology.hl7.org/CodeSystem/audit-entity-type'",
                "entity.where(type.code = '2').role.system = 'http://terminology.hl7.org/CodeSystem/object-role'"));
        String object = "entity.where(type.code = '2').single()";
        demands.addAll(
                profile.equals("Read")
                        ? List.of(object + ".role.code = '4'", object + ".what.reference.exists()")
                        : List.of(
                                object + ".role.code = '24'",
                                object + ".query.exists()",
                                object + ".select(what | lifecycle | detail | name).empty()"));
        IFhirPath fhirPath = TestServer.CONTEXT.newFhirPath();
        for (String demand : demands) {
            assertThat(fhirPath.evaluateFirst(event, demand, BooleanType.class).map(BooleanType::booleanValue))
                    .as(demand)
                    .hasValue(true);
        }
    }

    /** The profiles are of requests that succeeded. */
    @Test
    void aFailureClaimsNoProfile() throws IOException {
        try (TestServer server = auditing(false)) {
            server.get("fhir/MedicationKnowledge/none");
            assertThat(events(1).get(0).getMeta().getProfile()).isEmpty();
            assertThat(events(1).get(0).getOutcome().toCode()).isEqualTo("4");
        }
    }

    @Test
    void whatGivesNoContentIsNoEvent() throws IOException {
        try (TestServer server = auditing(false)) {
            server.get("health/live");
            server.get("metrics");
            server.get("fhir/metadata");
            server.get("fhir/MedicationKnowledge/a");

            assertThat(events(1).get(0).getSubtypeFirstRep().getCode()).isEqualTo("read");
        }
    }

    private static String query(AuditEvent event) {
        return new String(event.getEntityFirstRep().getQuery(), StandardCharsets.UTF_8);
    }

    private Path file() {
        return folder.resolve("audit.ndjson");
    }

    private TestServer auditing(boolean queries) {
        return TestServer.run(
                TestServer.usual()
                        .observability(new Observability(
                                OptionalInt.empty(), RequestLogForm.NONE, Optional.of(new Audit(file(), queries))))
                        .build(),
                Medicines.knowledge("a", "Amoxicillin"));
    }

    /** An event is written behind its answer, so that the client may be back before. */
    private List<AuditEvent> events(int expected) throws IOException {
        List<String> lines = Files.readAllLines(file());
        while (lines.size() < expected) {
            lines = Files.readAllLines(file()); // Ends with the test's time.
        }
        assertThat(lines).hasSize(expected);
        return lines.stream()
                .map(line -> TestServer.CONTEXT.newJsonParser().parseResource(AuditEvent.class, line))
                .toList();
    }
}
