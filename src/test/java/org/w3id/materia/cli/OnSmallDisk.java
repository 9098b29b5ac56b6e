package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.w3id.materia.ingest.ImportListener;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.config.Observability;
import org.w3id.materia.server.config.Observability.Audit;
import org.w3id.materia.server.config.Observability.RequestLogForm;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;

/** The program of {@link FullDiskTest}: fills the disk that it is given, does all that writes, and makes room again. */
final class OnSmallDisk {
    private static final String NO_SPACE = "No space left on device";
    private static final String RELEASES = "src/test/resources/releases/drugs/";
    private static final ResourceKey ALPHA = new ResourceKey("MedicationKnowledge", "alpha");
    private static final String[] EXPORT = {"Prefer", "respond-async"};

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path disk;
    private final Path data;
    private final Path monographs;
    private final Path filler;
    private final Path audit;

    private OnSmallDisk(Path disk) throws IOException {
        this.disk = disk;
        data = disk.resolve("data");
        filler = disk.resolve("filler");
        audit = disk.resolve("audit.ndjson");
        monographs = Files.createDirectory(disk.resolve("monographs"));
    }

    public static void main(String[] arguments) throws Exception {
        new OnSmallDisk(Path.of(arguments[0])).run();
        System.exit(0);
    }

    private void run() throws Exception {
        write("alpha", "paper fever");
        assertThat(command("load", RELEASES + "atc-2024.csv", "--data", data.toString()))
                .contains("exit 0");
        serve();
        importing();
        commands();
        Files.delete(filler);
        assertThat(command(
                        "backup",
                        "--data",
                        data.toString(),
                        disk.resolve("b.zip").toString()))
                .contains("exit 0");
        try (KnowledgeBase knowledge = LuceneKnowledgeBase.open(data)) {
            importInto(knowledge);
            assertThat(resources(knowledge)).isGreaterThan(1000);
        }
    }

    /** Audit and exports of a server that goes on. */
    private void serve() throws Exception {
        Service service = new Service(
                new Wiring(data),
                data,
                Monographs.own(List.of(monographs)),
                ServerConfiguration.of(ThisRelease.get())
                        .listeningTo("127.0.0.1", 0)
                        .observability(new Observability(
                                OptionalInt.empty(), RequestLogForm.NONE, Optional.of(new Audit(audit, false))))
                        .build());
        try (service) {
            StringWriter base = new StringWriter();
            service.start((addresses, served) -> base.write(addresses));
            String fhir = base.toString();
            assertThat(get(fhir + "/MedicationKnowledge/alpha").statusCode()).isEqualTo(200);
            fill();
            for (int i = 0; i < 20; i++) {
                assertThat(get(fhir + "/MedicationKnowledge/alpha").statusCode())
                        .isEqualTo(200);
            }
            exportFails(fhir);
            Files.delete(filler);
            assertThat(get(fhir + "/MedicationKnowledge/alpha?_pretty=true").statusCode())
                    .isEqualTo(200);
            assertThat(ended(get(fhir + "/$export", EXPORT)).statusCode()).isEqualTo(200);
        }
        List<String> events = Files.readAllLines(audit);
        assertThat(events).hasSizeGreaterThan(2);
        // Each of them whole.
        events.forEach(event -> TestServer.CONTEXT.newJsonParser().parseResource(event));
    }

    /** It is refused, or has failed when its state is asked for; either is told, and the next one is made as if there had been none. */
    private void exportFails(String fhir) throws Exception {
        HttpResponse<String> begun = get(fhir + "/$export", EXPORT);
        HttpResponse<String> told = begun.statusCode() == 202 ? ended(begun) : begun;
        assertThat(told.statusCode()).isEqualTo(500);
        assertThat(told.body()).contains("OperationOutcome");
    }

    private HttpResponse<String> ended(HttpResponse<String> begun) throws Exception {
        String status = begun.headers().firstValue("Content-Location").orElseThrow();
        HttpResponse<String> answer = get(status);
        while (answer.statusCode() == 202) {
            answer = get(status);
        }
        return answer;
    }

    private void importing() throws Exception {
        byte[] before;
        try (KnowledgeBase knowledge = LuceneKnowledgeBase.open(data)) {
            before = read(knowledge);
            write("alpha", "another fever");
            try (Stream<Path> samples = Files.list(Samples.folder())) {
                for (Path sample : samples.toList()) {
                    Files.copy(sample, monographs.resolve(sample.getFileName().toString()));
                }
            }
            fill();
            assertThatThrownBy(() -> importInto(knowledge))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("stays as it was")
                    .hasMessageContaining(NO_SPACE);
            assertThat(read(knowledge)).isEqualTo(before);
        }
        // As the next start finds it, before there is room.
        try (KnowledgeBase knowledge = LuceneKnowledgeBase.open(data)) {
            assertThat(read(knowledge)).isEqualTo(before);
        }
    }

    private void commands() throws Exception {
        String list = command("load", "--list", "--data", data.toString());
        List<Path> files = files();
        assertThat(command("load", RELEASES + "rxnorm", "--data", data.toString()))
                .contains("exit 2", "materia: ", NO_SPACE);
        assertThat(command(
                        "backup",
                        "--data",
                        data.toString(),
                        disk.resolve("b.zip").toString()))
                .contains("exit 2", "materia: ", NO_SPACE);
        assertThat(command(
                        "convert",
                        monographs.toString(),
                        "--data",
                        data.toString(),
                        "--out",
                        disk.resolve("out").toString()))
                .contains("exit 2", "materia: ", NO_SPACE);
        assertThat(command("load", "--list", "--data", data.toString())).isEqualTo(list);
        assertThat(files()).containsExactlyElementsOf(files);
    }

    private void importInto(KnowledgeBase knowledge) throws Exception {
        Monographs own = Monographs.own(List.of(monographs));
        new Wiring(data).importInto(knowledge, own).run(own.folders(), ImportListener.NONE);
    }

    private static byte[] read(KnowledgeBase knowledge) {
        try (Snapshot now = knowledge.snapshot()) {
            return now.read(ALPHA).orElseThrow().json();
        }
    }

    private static int resources(KnowledgeBase knowledge) {
        try (Snapshot now = knowledge.snapshot()) {
            return now.counts().values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private void write(String name, String use) throws IOException {
        Files.writeString(
                monographs.resolve(name + ".md"),
                "---\ntitle: " + name + "\n---\n\n# " + name + "\n### Usage\n" + name + " is used to treat " + use
                        + ".\n");
    }

    /** To the last byte. */
    private void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining(NO_SPACE);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(disk)) {
            return all.sorted().toList();
        }
    }

    private static String command(String... arguments) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        int code = Materia.commandLine().setOut(out).setErr(out).execute(arguments);
        return "exit " + code + "\n" + text;
    }

    private HttpResponse<String> get(String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
