package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.server.config.ServerConfiguration;

/** What has changed is what a client is told has changed. */
@Tag("server")
class ChangedFactsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVIDENCE = "https://w3id.org/materia/fhir/StructureDefinition/evidence";
    private static final Set<String> OF_THE_TEXT =
            Set.of("Binary/apixaban", "Composition/apixaban", "DocumentReference/apixaban");

    @TempDir
    Path folder;

    private Path monograph;
    private String text;

    @BeforeEach
    void write() throws Exception {
        monograph = Files.createDirectory(folder.resolve("m")).resolve("apixaban.md");
        text = Files.readString(Path.of("fhir-resources/monographs/apixaban.md"));
        Files.writeString(monograph, text);
    }

    @Test
    void oneNumberMakesNewVersionsOfWhatItIsIn() throws Exception {
        String since = served(base -> get(base + "/Binary/apixaban", "application/fhir+json")
                .at("/meta/lastUpdated")
                .asText());
        edit("Initial phase: 10 mg twice daily", "Initial phase: 12.5 mg twice daily");
        served(base -> {
            Set<String> changed = new TreeSet<>();
            for (JsonNode entry : history(base, since)) {
                assertThat(entry.at("/request/method").asText()).isEqualTo("PUT");
                changed.add(entry.at("/request/url").asText());
            }
            assertThat(changed).contains("MedicationKnowledge/apixaban").containsAll(OF_THE_TEXT);
            changed.removeAll(OF_THE_TEXT);
            changed.removeIf(url -> url.startsWith("Provenance/"));
            assertThat(changed).containsExactly("MedicationKnowledge/apixaban");
            return null;
        });
    }

    @Test
    void textInFrontOfEverythingChangesNoFactAndMovesAllEvidence() throws Exception {
        AtomicReference<String> tag = new AtomicReference<>();
        String since = served(base -> {
            tag.set(get(base + "/MedicationKnowledge/apixaban", "application/fhir+json")
                    .at("/meta/versionId")
                    .asText());
            return get(base + "/Binary/apixaban", "application/fhir+json")
                    .at("/meta/lastUpdated")
                    .asText();
        });
        edit("### Usage", "This text was looked through in autumn.\n\n### Usage");
        served(base -> {
            JsonNode medicine = get(base + "/MedicationKnowledge/apixaban", "application/fhir+json");
            assertThat(medicine.at("/meta/versionId").asText()).isEqualTo(tag.get());
            assertThat(medicine.at("/meta/lastUpdated").asText()).isEqualTo(since);
            for (JsonNode entry : history(base, since)) {
                assertThat(entry.at("/request/url").asText())
                        .matches("(Binary|Composition|DocumentReference|Provenance)/.*");
            }
            assertThat(quotesAreTrue(base)).isGreaterThan(40);
            return null;
        });
    }

    @Test
    void differenceNamesTheFactsThatCameWentAndChanged() throws Exception {
        String since = served(base -> get(base + "/Binary/apixaban", "application/fhir+json")
                .at("/meta/lastUpdated")
                .asText());
        edit("Initial phase: 10 mg twice daily", "Initial phase: 12.5 mg twice daily");
        served(base -> {
            String from = since.substring(0, since.indexOf('+')) + "Z";
            JsonNode difference =
                    get(base + "/MedicationKnowledge/apixaban/$diff?from=" + from, "application/fhir+json");
            Set<String> changed = new TreeSet<>();
            for (JsonNode parameter : difference.get("parameter")) {
                assertThat(parameter.get("name").asText()).isEqualTo("changed");
                assertThat(parameter.at("/part/0/valueReference/reference").asText())
                        .isNotEqualTo(
                                parameter.at("/part/1/valueReference/reference").asText());
                String to = parameter.at("/part/1/valueReference/reference").asText();
                get(base + "/" + to, "application/fhir+json");
                get(
                        base + "/"
                                + parameter
                                        .at("/part/0/valueReference/reference")
                                        .asText(),
                        "application/fhir+json");
                changed.add(to.substring(0, to.indexOf("/_history")));
            }
            assertThat(changed)
                    .containsAll(OF_THE_TEXT)
                    .contains("MedicationKnowledge/apixaban", "Provenance/apixaban")
                    .hasSize(5);
            JsonNode all = get(
                    base + "/MedicationKnowledge/apixaban/$diff?from=2020-01-01T00:00:00Z", "application/fhir+json");
            assertThat(all.get("parameter"))
                    .allSatisfy(p -> assertThat(p.get("name").asText()).isEqualTo("came"));
            assertThat(all.get("parameter")).hasSizeGreaterThan(40);
            JsonNode back = get(
                    base + "/MedicationKnowledge/apixaban/$diff?from=" + from + "&to=2020-01-01T00:00:00Z",
                    "application/fhir+json");
            assertThat(back.get("parameter"))
                    .allSatisfy(p -> assertThat(p.get("name").asText()).isEqualTo("went"));
            return null;
        });
    }

    /** Every quote stands where it says, in the text as it is served now; how many there are. */
    private static int quotesAreTrue(String base) throws Exception {
        String source = new String(
                Base64.getDecoder()
                        .decode(get(base + "/Binary/apixaban", "application/fhir+json")
                                .get("data")
                                .asText()),
                StandardCharsets.UTF_8);
        int quotes = 0;
        for (JsonNode entry : get(
                        base + "?_type=MedicationKnowledge,MedicinalProductIndication,DetectedIssue,"
                                + "MedicinalProductContraindication,MedicinalProductInteraction,MedicinalProductUndesirableEffect&_count=500",
                        "*/*")
                .get("entry")) {
            for (JsonNode holder : entry.get("resource").findParents("url")) {
                if (holder.get("url").asText().equals(EVIDENCE)) {
                    quotes++;
                    assertThat(source.substring(
                                    part(holder, "start").asInt(),
                                    part(holder, "end").asInt()))
                            .isEqualTo(part(holder, "quote").asText());
                }
            }
        }
        return quotes;
    }

    private static JsonNode part(JsonNode evidence, String name) {
        for (JsonNode part : evidence.get("extension")) {
            if (part.get("url").asText().equals(name)) {
                return name.equals("quote") ? part.get("valueString") : part.get("valueInteger");
            }
        }
        throw new AssertionError("no " + name + " in " + evidence);
    }

    private void edit(String from, String to) throws Exception {
        assertThat(text).contains(from);
        Files.writeString(monograph, text.replace(from, to));
    }

    private interface Asking<T> {
        T of(String base) throws Exception;
    }

    /** What one run of the server is asked. */
    private <T> T served(Asking<T> asking) throws Exception {
        Path data = folder.resolve("d");
        AtomicReference<String> base = new AtomicReference<>();
        try (Service service = new Service(
                new Wiring(data),
                data,
                Monographs.own(java.util.List.of(monograph.getParent())),
                ServerConfiguration.local(0, ThisRelease.get()))) {
            service.start((fhir, served) -> base.set(fhir));
            return asking.of(base.get());
        }
    }

    /** Changes after a time, without those at that time. */
    private static Iterable<JsonNode> history(String base, String since) throws Exception {
        String after = java.time.OffsetDateTime.parse(since)
                .plusNanos(1_000_000)
                .toInstant()
                .toString();
        return get(base + "/_history?_count=500&_since=" + after, "*/*").withArray("entry");
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static JsonNode get(String url, String accept) throws Exception {
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(URI.create(url)).header("Accept", accept).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
