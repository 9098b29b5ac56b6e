package org.w3id.materia.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.store.SeverableCluster;
import org.w3id.materia.store.TestStores;
import org.w3id.materia.store.opensearch.client.ClusterSettings;

/** A client behind a balancer that sends each of its requests to another server of a cluster, and what servers say that lose the cluster. */
@Tag("cluster")
@Tag("server")
@Timeout(120)
class ClusterExportsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] KICK_OFF = {"Prefer", "respond-async", "Accept", "application/fhir+json"};

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Service> services = new ArrayList<>();
    private ClusterSettings cluster;
    private Monographs monographs;

    @BeforeEach
    void write() throws IOException {
        TestStores.requireCluster();
        cluster = TestStores.cluster(folder);
        Path own = Files.createDirectory(folder.resolve("monographs"));
        for (String name : List.of("alpha", "beta")) {
            Files.writeString(
                    own.resolve(name + ".md"),
                    "---\ntitle: " + name + "\n---\n\n# " + name + "\n### Usage\n" + name
                            + " is used to treat cold sores.\n");
        }
        monographs = Monographs.own(List.of(own));
    }

    @AfterEach
    void stop() {
        services.forEach(Service::close);
    }

    @Test
    void everyServerAnswersForTheExportThatOneOfThemBegan() throws Exception {
        String one = serve("one", cluster, true);
        String other = serve("other", cluster, false);
        HttpResponse<byte[]> begun = send(one, "GET", "/$export?_type=MedicationKnowledge,Medication", KICK_OFF);
        assertThat(begun.statusCode()).isEqualTo(202);
        String status =
                begun.headers().firstValue("Content-Location").orElseThrow().substring(one.length());

        HttpResponse<byte[]> ended = send(other, "GET", status);
        while (ended.statusCode() == 202) {
            assertThat(ended.headers().firstValue("Retry-After")).hasValue("2");
            ended = send(other, "GET", status);
        }
        assertThat(ended.statusCode()).as(text(ended)).isEqualTo(200);
        assertThat(ended.headers().firstValue("Expires")).isPresent();
        JsonNode manifest = JSON.readTree(ended.body());
        assertThat(manifest.at("/output/0/type").asText()).isEqualTo("Medication");
        assertThat(manifest.at("/output/1/count").asInt()).isEqualTo(2);
        assertThat(text(send(one, "GET", status)).replace(one, other))
                .isEqualTo(text(ended).replace(one, other));

        String file = manifest.at("/output/1/url").asText().substring(other.length());
        HttpResponse<byte[]> plain = send(one, "GET", file);
        assertThat(text(plain).lines()).hasSize(2);
        HttpResponse<byte[]> copied = send(other, "GET", file);
        assertThat(copied.body()).isEqualTo(plain.body());
        assertThat(copied.headers().firstValue("ETag"))
                .isEqualTo(plain.headers().firstValue("ETag"));
        HttpResponse<byte[]> compressed = send(other, "GET", file, "Accept-Encoding", "gzip");
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())))
                .hasBinaryContent(plain.body());
        // What broke off at one server is resumed at the other.
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> rest = send(other, "GET", file, "Range", "bytes=100-", "If-Range", tag);
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(text(plain).getBytes(UTF_8)).endsWith(rest.body());

        assertThat(send(other, "DELETE", status).statusCode()).isEqualTo(202);
        for (String server : List.of(one, other)) {
            assertThat(send(server, "GET", status).statusCode()).isEqualTo(404);
            assertThat(send(server, "GET", file).statusCode()).isEqualTo(404);
            assertThat(send(server, "DELETE", status).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anExportOutlivesTheServerThatWroteIt() throws Exception {
        String one = serve("one", cluster, true);
        String other = serve("other", cluster, false);
        HttpResponse<byte[]> begun = send(one, "GET", "/$export", KICK_OFF);
        String status =
                begun.headers().firstValue("Content-Location").orElseThrow().substring(one.length());
        services.get(0).close();
        HttpResponse<byte[]> ended = send(other, "GET", status);
        while (ended.statusCode() == 202) {
            ended = send(other, "GET", status);
        }
        assertThat(ended.statusCode()).as(text(ended)).isEqualTo(200);
        JsonNode output = JSON.readTree(ended.body()).get("output");
        assertThat(output.size()).isGreaterThan(5);
        for (JsonNode file : output) {
            HttpResponse<byte[]> content = send(file.get("url").asText(), "GET", "");
            assertThat(text(content).lines().count())
                    .isEqualTo(file.get("count").asLong());
        }
    }

    @Test
    void aServerThatLosesTheClusterSaysSoAndComesBackWithIt() throws Exception {
        try (SeverableCluster way = new SeverableCluster(cluster)) {
            String fhir = serve("one", way.settings(), true);
            String server = fhir.substring(0, fhir.length() - "/fhir".length());
            assertThat(send(server, "GET", "/health/ready").statusCode()).isEqualTo(200);
            way.cut();
            for (String path : List.of(
                    "/MedicationKnowledge/alpha",
                    "/MedicationKnowledge?_content=cold",
                    "/MedicationKnowledge/beta?_format=xml",
                    "/bulk/00000000-0000-0000-0000-000000000000",
                    "/$export")) {
                HttpResponse<byte[]> refused = send(fhir, "GET", path, KICK_OFF);
                assertThat(refused.statusCode()).as(path).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).as(path).hasValue("5");
                assertThat(text(refused)).as(path).contains("OperationOutcome", "transient", "does not answer");
            }
            await(server, 503);
            assertThat(text(send(server, "GET", "/health/ready"))).contains("waiting");
            assertThat(send(server, "GET", "/health/live").statusCode()).isEqualTo(200);
            way.mend();
            await(server, 200);
            assertThat(send(fhir, "GET", "/MedicationKnowledge/alpha").statusCode())
                    .isEqualTo(200);
        }
    }

    private void await(String server, int status) throws Exception {
        while (send(server, "GET", "/health/ready").statusCode() != status) {
            Thread.onSpinWait();
        }
    }

    private String serve(String name, ClusterSettings way, boolean imports) throws Exception {
        Path data = folder.resolve(name);
        ContentStore content = ContentStore.inCluster(way, data, imports);
        Service service = new Service(
                new Wiring(content.terminologies()),
                data,
                content,
                monographs,
                ServerConfiguration.local(0, ThisRelease.get()));
        services.add(service);
        List<String> base = new ArrayList<>();
        service.start((fhir, served) -> base.add(fhir));
        return base.get(0);
    }

    private HttpResponse<byte[]> send(String server, String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }
}
