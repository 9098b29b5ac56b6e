package org.w3id.materia.server.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.TerminologyCapabilities;
import org.hl7.fhir.r4.model.TerminologyCapabilities.TerminologyCapabilitiesCodeSystemComponent;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.search.SearchTest;
import org.w3id.materia.server.terminology.TerminologyClient;

@Tag("server")
class CapabilityTest {
    private static final String PROFILES = "https://w3id.org/materia/fhir/StructureDefinition/";
    private static final Map<SearchParamType, String> A_VALUE = Map.of(
            SearchParamType.TOKEN, "x",
            SearchParamType.STRING, "x",
            SearchParamType.REFERENCE, "x",
            SearchParamType.URI, "urn:x",
            SearchParamType.DATE, "2026",
            SearchParamType.NUMBER, "1",
            SearchParamType.QUANTITY, "1",
            SearchParamType.COMPOSITE, "x$1");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(Medicines.knowledge("a", "Amoxicillin"), profile("medicine"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theStatementSaysWhatThisIs() {
        CapabilityStatement statement = statement();
        assertThat(statement.getFhirVersion()).isEqualTo(FHIRVersion._4_0_1);
        assertThat(statement.getKind()).isEqualTo(CapabilityStatement.CapabilityStatementKind.INSTANCE);
        assertThat(statement.getSoftware().getName()).isEqualTo("Materia");
        assertThat(statement.getSoftware().getVersion()).isEqualTo("1.2.3");
        assertThat(statement.getSoftware().getReleaseDateElement().getValueAsString())
                .isEqualTo("2026-11-23");
        assertThat(statement.getImplementation().getUrl()).isEqualTo(server.base());
        assertThat(statement.getImplementation().getDescription()).isNotBlank();
        assertThat(statement.getFormat().stream().map(PrimitiveType::getValueAsString))
                .containsExactly("application/fhir+json", "application/fhir+xml", "text/turtle", "json", "xml", "ttl");
        assertThat(statement.getRest()).hasSize(1);
        assertThat(statement.getRestFirstRep().getResource().stream()
                        .map(CapabilityStatementRestResourceComponent::getType))
                .containsExactlyElementsOf(TestServer.PARAMETERS.types());
    }

    @Test
    void profilesAreThoseThatAreThere() {
        for (CapabilityStatementRestResourceComponent resource :
                statement().getRestFirstRep().getResource()) {
            List<String> profiles = resource.getSupportedProfile().stream()
                    .map(PrimitiveType::getValueAsString)
                    .toList();
            assertThat(profiles)
                    .as(resource.getType())
                    .isEqualTo(
                            resource.getType().equals("MedicationKnowledge")
                                    ? List.of(PROFILES + "medicine")
                                    : List.of());
        }
    }

    @Test
    void everyDeclaredSearchParameterCanBeCalled() {
        for (CapabilityStatementRestResourceComponent resource :
                statement().getRestFirstRep().getResource()) {
            assertThat(resource.getSearchParam()).hasSizeGreaterThanOrEqualTo(2);
            for (CapabilityStatementRestResourceSearchParamComponent parameter : resource.getSearchParam()) {
                assertThat(parameter.getDefinition()).startsWith("http");
                assertThat(parameter.getDocumentation()).isNotBlank();
                String path = "fhir/" + resource.getType() + "?" + parameter.getName() + "="
                        + A_VALUE.get(parameter.getType());
                HttpResponse<String> response = server.get(path);
                assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
                assertThat(SearchTest.parse(response.body()).getLink("self").getUrl())
                        .as("the server understood it")
                        .contains(parameter.getName() + "=");
            }
        }
    }

    @Test
    void everyCodeSystemOfTheStatementCanBeUsedInEachVersion() {
        TerminologyCapabilities statement = TestServer.CONTEXT
                .newJsonParser()
                .parseResource(
                        TerminologyCapabilities.class,
                        server.get("fhir/metadata?mode=terminology").body());
        TerminologyClient client = new TerminologyClient(server);
        Set<String> systems = new TreeSet<>();
        for (TerminologyCapabilitiesCodeSystemComponent system : statement.getCodeSystem()) {
            assertThat(systems.add(system.getUri())).as(system.getUri()).isTrue();
            assertThat(system.getVersion().stream().filter(v -> v.getIsDefault()))
                    .as(system.getUri())
                    .hasSize(system.hasVersion() ? 1 : 0);
            List<String> versions = system.hasVersion()
                    ? system.getVersion().stream().map(v -> v.getCode()).toList()
                    : Collections.singletonList(null);
            for (String version : versions) {
                Parameters request = new Parameters();
                request.addParameter().setName("url").setValue(new UriType(system.getUri()));
                request.addParameter().setName("code").setValue(new CodeType("no-such-code"));
                if (version != null) {
                    request.addParameter().setName("version").setValue(new StringType(version));
                }
                Parameters answer = client.post(Parameters.class, "CodeSystem/$validate-code", request);
                assertThat(TerminologyClient.text(answer, "x-unknown-system")).isNull();
                assertThat(TerminologyClient.text(answer, "version"))
                        .as(system.getUri())
                        .isEqualTo(version);
            }
        }
        assertThat(systems)
                .contains(
                        "https://w3id.org/materia/fhir/CodeSystem/route",
                        "http://unitsofmeasure.org",
                        "urn:iso:std:iso:3166",
                        "http://snomed.info/sct") // Of SNOMED CT the Global Patient Set is shipped.
                .doesNotContain(
                        "http://loinc.org", "http://www.whocc.no/atc"); // Nothing of them is here until it is loaded.
    }

    @Test
    void noUndeclaredSearchParameterCanBeCalled() {
        List<CapabilityStatementRestResourceComponent> resources =
                statement().getRestFirstRep().getResource();
        Set<String> anywhere = resources.stream()
                .flatMap(r -> r.getSearchParam().stream())
                .map(CapabilityStatementRestResourceSearchParamComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        anywhere.addAll(List.of("identifier", "_profile", "_text", "_content", "_tag"));
        for (CapabilityStatementRestResourceComponent resource : resources) {
            Set<String> undeclared = new TreeSet<>(anywhere);
            resource.getSearchParam().forEach(p -> undeclared.remove(p.getName()));
            for (String name : undeclared) {
                assertThat(server.get("fhir/" + resource.getType() + "?" + name + "=x")
                                .statusCode())
                        .as(resource.getType() + "." + name)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void everyDeclaredInteractionIsThereAndNoOther() {
        for (CapabilityStatementRestResourceComponent resource :
                statement().getRestFirstRep().getResource()) {
            assertThat(resource.getInteraction().stream().map(i -> i.getCode()))
                    .containsExactly(
                            TypeRestfulInteraction.READ,
                            TypeRestfulInteraction.VREAD,
                            TypeRestfulInteraction.HISTORYINSTANCE,
                            TypeRestfulInteraction.HISTORYTYPE,
                            TypeRestfulInteraction.SEARCHTYPE);
            assertThat(server.get("fhir/" + resource.getType() + "/none").statusCode())
                    .isEqualTo(404);
            assertThat(server.get("fhir/" + resource.getType()).statusCode()).isEqualTo(200);
            assertThat(server.get("fhir/" + resource.getType() + "/none/_history/1")
                            .statusCode())
                    .isEqualTo(404);

            boolean document =
                    resource.getOperation().stream().anyMatch(o -> o.getName().equals("document"));
            assertThat(document).isEqualTo(resource.getType().equals("Composition"));
            assertThat(server.get("fhir/" + resource.getType() + "/none/$document")
                            .statusCode())
                    .isEqualTo(document ? 404 : 400);
        }
    }

    @Test
    void theStatementFollowsTheContent() {
        String before = server.get("fhir/metadata").body();
        assertThat(server.get("fhir/metadata").body()).isEqualTo(before);
        server.put("more", Medicines.knowledge("b", "Boric acid"));
        assertThat(server.get("fhir/metadata").body()).isEqualTo(before);
        assertThat(TestServer.CONTEXT
                        .newRestfulGenericClient(server.base())
                        .capabilities()
                        .ofType(CapabilityStatement.class)
                        .execute()
                        .equalsDeep(statement()))
                .isTrue();
    }

    @Test
    void aStatementThatTheClientHasIsNotSentAgain() {
        String whole = tag("fhir/metadata");
        String terminology = tag("fhir/metadata?mode=terminology");
        assertThat(whole).matches("W/\"[0-9a-f]{32}\"").isNotEqualTo(terminology);
        assertThat(tag("fhir/metadata?_format=xml")).isEqualTo(whole);
        assertThat(conditional("fhir/metadata", whole)).isEqualTo(304);
        assertThat(conditional("fhir/metadata?_format=xml", whole)).isEqualTo(304);
        assertThat(conditional("fhir/metadata?mode=terminology", terminology)).isEqualTo(304);
        assertThat(conditional("fhir/metadata", terminology)).isEqualTo(200);
    }

    @Test
    void theTagChangesWithTheStatement() {
        String before = tag("fhir/metadata");
        server.put("profile", profile("other"));
        assertThat(conditional("fhir/metadata", before)).isEqualTo(200);
        assertThat(tag("fhir/metadata")).isNotEqualTo(before);
        server.put("profile");
        assertThat(tag("fhir/metadata")).isEqualTo(before);
    }

    private static String tag(String path) {
        return server.get(path).headers().firstValue("ETag").orElseThrow();
    }

    private static int conditional(String path, String tag) {
        HttpResponse<String> response = server.get(path, "If-None-Match", tag);
        assertThat(response.body().isEmpty()).isEqualTo(response.statusCode() == 304);
        return response.statusCode();
    }

    private static StructureDefinition profile(String id) {
        StructureDefinition profile = new StructureDefinition();
        profile.setId(id);
        profile.setUrl(PROFILES + id).setName("Medicine").setStatus(PublicationStatus.ACTIVE);
        profile.setType("MedicationKnowledge").setKind(StructureDefinition.StructureDefinitionKind.RESOURCE);
        profile.setDerivation(StructureDefinition.TypeDerivationRule.CONSTRAINT);
        return profile;
    }

    private static CapabilityStatement statement() {
        HttpResponse<String> response = server.get("fhir/metadata");
        assertThat(response.statusCode()).isEqualTo(200);
        return TestServer.CONTEXT.newJsonParser().parseResource(CapabilityStatement.class, response.body());
    }
}
