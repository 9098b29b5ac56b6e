package org.w3id.materia.server.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

@Tag("server")
class ReadTest {
    private static final String PATH = "fhir/MedicationKnowledge/amoxicillin";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(Medicines.knowledge("amoxicillin", "Amoxicillin"), Medicines.markdown("amoxicillin"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPlainReadSendsTheStoredBytes() {
        HttpResponse<String> response = server.get(PATH);
        StoredResource stored = stored();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(new String(stored.json(), UTF_8));
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/fhir+json;charset=utf-8");
        assertThat(response.headers().firstValue("ETag")).hasValue("W/\"" + stored.versionId() + "\"");
        assertThat(response.headers().firstValue("Last-Modified")).hasValue("Mon, 23 Nov 2026 01:50:24 GMT");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("X-Request-ID")).isPresent();
        assertThat(response.headers().firstValue("Content-Length")).hasValue(Integer.toString(stored.json().length));
        assertThat(response.headers().map()).doesNotContainKeys("X-Powered-By", "Server", "Transfer-Encoding");
    }

    /** Accept and {@code _format} (a dash stands for none), status, content type. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- | - | 200 | application/fhir+json",
                "*/* | - | 200 | application/fhir+json",
                "application/* | - | 200 | application/fhir+json",
                "application/fhir+xml | - | 200 | application/fhir+xml",
                "application/fhir+xml, application/fhir+json;q=0.9 | - | 200 | application/fhir+xml",
                "application/fhir+xml;q=0.5, */* | - | 200 | application/fhir+json",
                "*/*, application/fhir+xml | - | 200 | application/fhir+xml",
                "application/json | - | 200 | application/json",
                "text/xml | - | 200 | text/xml",
                "application/xml, text/html;q=0.9 | - | 200 | application/xml",
                "application/fhir+json; fhirVersion=4.0 | - | 200 | application/fhir+json",
                "application/fhir+json; fhirVersion=3.0 | - | 406 | application/fhir+json",
                "image/png, text/html | - | 406 | application/fhir+json",
                "nonsense | - | 406 | application/fhir+json",
                "application/fhir+json;q=0 | - | 406 | application/fhir+json",
                "application/fhir+json | xml | 200 | application/fhir+xml",
                "text/html | json | 200 | application/fhir+json",
                "- | application/fhir+xml | 200 | application/fhir+xml",
                "- | application/fhir%2Bxml | 200 | application/fhir+xml",
                "- | text/json | 200 | text/json",
                "- | html | 406 | application/fhir+json",
                "application/fhir+xml | ttl | 200 | text/turtle",
                "text/turtle | - | 200 | text/turtle",
            })
    void theClientGetsTheFormThatItAsksFor(String accept, String format, int status, String type) {
        HttpResponse<String> response = server.get(
                PATH + (format.equals("-") ? "" : "?_format=" + format),
                accept.equals("-") ? new String[0] : new String[] {"Accept", accept});
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type + ";charset=utf-8");
        assertThat(response.headers().allValues("Vary").toString()).contains("Accept");
        String begins = "{\"resourceType\":\"MedicationKnowledge\"";
        if (status != 200) {
            begins = "{\"resourceType\":\"OperationOutcome\"";
        } else if (type.contains("xml")) {
            begins = "<MedicationKnowledge ";
        } else if (type.contains("turtle")) {
            begins = "PREFIX fhir:";
        }
        assertThat(response.body()).startsWith(begins);
    }

    @Test
    void everyFormHoldsTheSame() {
        MedicationKnowledge json = parse(server.get(PATH).body());
        MedicationKnowledge pretty = parse(server.get(PATH + "?_pretty=true").body());
        MedicationKnowledge xml = TestServer.CONTEXT
                .newXmlParser()
                .parseResource(
                        MedicationKnowledge.class,
                        server.get(PATH + "?_format=xml").body());
        assertThat(pretty.equalsDeep(json)).isTrue();
        assertThat(xml.equalsDeep(json)).isTrue();
        assertThat(server.get(PATH + "?_pretty=true").body()).contains("\n  \"code\"");
    }

    @Test
    void summariesAndElementsLeaveTheRestOut() {
        MedicationKnowledge text = parse(server.get(PATH + "?_summary=text").body());
        assertThat(text.hasText()).isTrue();
        assertThat(text.hasCode()).isFalse();
        MedicationKnowledge data = parse(server.get(PATH + "?_summary=data").body());
        assertThat(data.hasText()).isFalse();
        assertThat(data.hasCode()).isTrue();
        MedicationKnowledge status =
                parse(server.get(PATH + "?_elements=status").body());
        assertThat(status.hasStatus()).isTrue();
        assertThat(status.hasCode()).isFalse();
        assertThat(status.getMeta().getTag("http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "SUBSETTED"))
                .isNotNull();
        assertThat(server.get(PATH + "?_summary=false").body())
                .isEqualTo(server.get(PATH).body());
    }

    @Test
    void anUnchangedResourceIsNotSentAgain() {
        String etag = server.get(PATH).headers().firstValue("ETag").orElseThrow();
        for (String tag : new String[] {etag, etag.substring(2), "\"x\", " + etag, "*"}) {
            HttpResponse<String> response = server.get(PATH, "If-None-Match", tag);
            assertThat(response.statusCode()).as(tag).isEqualTo(304);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers().firstValue("ETag")).hasValue(etag);
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
        }
        assertThat(server.get(PATH + "?_format=xml", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(server.get(PATH, "If-None-Match", "W/\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anUnchangedDateIsNotSentAgain() {
        assertThat(server.get(PATH, "If-Modified-Since", "Mon, 23 Nov 2026 01:50:24 GMT")
                        .statusCode())
                .isEqualTo(304);
        assertThat(server.get(PATH, "If-Modified-Since", "Mon, 23 Nov 2026 01:50:23 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get(PATH, "If-Modified-Since", "yesterday").statusCode())
                .isEqualTo(200);
        assertThat(server.get(
                                PATH,
                                "If-Modified-Since",
                                "Mon, 23 Nov 2026 01:50:24 GMT",
                                "If-None-Match",
                                "W/\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void headIsGetWithoutTheBody() {
        HttpResponse<String> get = server.get(PATH);
        HttpResponse<String> head = server.send("HEAD", PATH);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "ETag", "Last-Modified", "Content-Length"}) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isPresent()
                    .isEqualTo(get.headers().firstValue(name));
        }
        assertThat(server.send("HEAD", "fhir/MedicationKnowledge?_id=amoxicillin")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send("HEAD", "fhir/metadata").statusCode()).isEqualTo(200);
        assertThat(server.send("HEAD", "fhir/MedicationKnowledge/none").statusCode())
                .isEqualTo(404);
    }

    /** FHIR R4, Binary: the content, unless the client asks for FHIR by name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- | - | 200 | text/markdown;charset=utf-8",
                "*/* | - | 200 | text/markdown;charset=utf-8",
                "text/markdown | - | 200 | text/markdown;charset=utf-8",
                "text/* | - | 200 | text/markdown;charset=utf-8",
                "application/fhir+json | - | 200 | application/fhir+json;charset=utf-8",
                "application/fhir+xml, */*;q=0.1 | - | 200 | application/fhir+xml;charset=utf-8",
                "application/json | - | 200 | application/json;charset=utf-8",
                "- | json | 200 | application/fhir+json;charset=utf-8",
                "image/png | - | 406 | application/fhir+json;charset=utf-8",
            })
    void aBinaryIsItsContentUnlessFhirIsAskedFor(String accept, String format, int status, String type) {
        HttpResponse<String> response = server.get(
                "fhir/Binary/amoxicillin" + (format.equals("-") ? "" : "?_format=" + format),
                accept.equals("-") ? new String[0] : new String[] {"Accept", accept});
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        if (type.startsWith("text/")) {
            assertThat(response.body()).isEqualTo(Medicines.MARKDOWN);
        }
    }

    @Test
    void hapisClientReadsWhatIsThere() {
        IGenericClient client = TestServer.CONTEXT.newRestfulGenericClient(server.base());
        assertThat(client.read()
                        .resource(MedicationKnowledge.class)
                        .withId("amoxicillin")
                        .execute()
                        .getCode()
                        .getText())
                .isEqualTo("Amoxicillin");
        assertThat(new String(
                        client.read()
                                .resource(Binary.class)
                                .withId("amoxicillin")
                                .execute()
                                .getContent(),
                        UTF_8))
                .isEqualTo(Medicines.MARKDOWN);
    }

    private static MedicationKnowledge parse(String json) {
        return TestServer.CONTEXT.newJsonParser().parseResource(MedicationKnowledge.class, json);
    }

    private static StoredResource stored() {
        try (Snapshot snapshot = server.knowledge.snapshot()) {
            return snapshot.read(new ResourceKey("MedicationKnowledge", "amoxicillin"))
                    .orElseThrow();
        }
    }
}
