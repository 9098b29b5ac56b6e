package org.w3id.materia.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.search.SearchTest;

@Tag("server")
class DocumentTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(
                Medicines.composition(
                        "a",
                        "MedicinalProductIndication/i1",
                        "MedicinalProductIndication/gone",
                        "MedicinalProductIndication/i1",
                        "https://elsewhere.example/fhir/Medication/x"),
                Medicines.medication("a", "Amoxicillin"),
                Medicines.medication("b", "Boric acid"),
                Medicines.indication("i1", "b"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aDocumentIsTheCompositionAndWhatItRefersTo() {
        Bundle document = document();
        assertThat(document.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
        assertThat(document.getEntry().stream().map(Bundle.BundleEntryComponent::getFullUrl))
                .containsExactly(
                        server.base() + "/Composition/a",
                        server.base() + "/Medication/a",
                        server.base() + "/MedicinalProductIndication/i1");
        assertThat(document.getTimestampElement().getValueAsString()).isEqualTo(TestServer.CONVERTED.toString());
        assertThat(document.getIdentifier().getSystem()).isEqualTo("urn:ietf:rfc:3986");
        assertThat(document.getIdentifier().getValue()).startsWith("urn:uuid:");
    }

    @Test
    void theSameContentIsTheSameDocument() {
        assertThat(server.get("fhir/Composition/a/$document").body())
                .isEqualTo(server.get("fhir/Composition/a/$document").body());
    }

    @Test
    void aDocumentComesByPostAndInXmlToo() {
        HttpResponse<String> post =
                server.send("POST", "fhir/Composition/a/$document", HttpRequest.BodyPublishers.noBody());
        assertThat(post.statusCode()).isEqualTo(200);
        assertThat(SearchTest.parse(post.body()).equalsDeep(document())).isTrue();
        HttpResponse<String> xml = server.get("fhir/Composition/a/$document?_format=xml");
        assertThat(TestServer.CONTEXT
                        .newXmlParser()
                        .parseResource(Bundle.class, xml.body())
                        .equalsDeep(document()))
                .isTrue();
    }

    @Test
    void hapisClientGetsTheDocument() {
        Bundle document = TestServer.CONTEXT
                .newRestfulGenericClient(server.base())
                .operation()
                .onInstance("Composition/a")
                .named("$document")
                .withNoParameters(org.hl7.fhir.r4.model.Parameters.class)
                .useHttpGet()
                .returnResourceType(Bundle.class)
                .execute();
        assertThat(SearchTest.ids(document)).isEqualTo(List.of("a", "a", "i1"));
    }

    private static Bundle document() {
        HttpResponse<String> response = server.get("fhir/Composition/a/$document");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SearchTest.parse(response.body());
    }
}
