package org.w3id.materia.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.cli.SampleServer;

/** {@code docs/hapi-client.md} shows the class that is compiled here, whole, and what it prints. */
@Tag("server")
class HapiClientTest {
    private static final Path DOCUMENT = Path.of("docs/hapi-client.md");
    private static final Path SOURCE = Path.of("src/test/java/org/w3id/materia/clients/HapiClientExample.java");

    @Test
    void theDocumentShowsTheCompiledClass() throws IOException {
        assertThat(shown("java", "\n")).isEqualTo(Files.readString(SOURCE));
    }

    @Test
    void theClassPrintsWhatTheDocumentShows() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new HapiClientExample(SampleServer.shared().base(), new PrintStream(printed, true, UTF_8)).run();
        assertThat(printed.toString(UTF_8)).isEqualTo(shown("text", ""));
    }

    @Test
    void itPrintsTheDosesOfEverySample() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        HapiClientExample client =
                new HapiClientExample(SampleServer.shared().base(), new PrintStream(printed, true, UTF_8));
        try (Stream<Path> samples = Files.list(Path.of("fhir-resources/monographs"))) {
            samples.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .forEach(name -> client.dosing(name.replace(".md", "")));
        }
        assertThat(printed.toString(UTF_8)).contains(" to ", " times in ").doesNotContain("null");
    }

    /** The document's blocks in that language, joined. */
    private static String shown(String language, String separator) throws IOException {
        List<Snippet> all = Snippet.of(DOCUMENT);
        return all.stream()
                .filter(snippet -> snippet.language().equals(language))
                .map(Snippet::text)
                .collect(Collectors.joining(separator));
    }
}
