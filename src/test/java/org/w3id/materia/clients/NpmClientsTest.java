package org.w3id.materia.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.cli.SampleServer;
import org.w3id.materia.clients.Program.Ended;

/** The Postman collection, and FHIR clients from npm, against the server as it comes out of the box. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("process")
@Tag("server")
class NpmClientsTest {
    private static final Path NPM = Path.of("src/test/npm");
    private static final Path NEWMAN = NPM.resolve("node_modules/newman/bin/newman.js");
    private static final Path POSTMAN = Path.of("docs/postman");

    @TempDir
    static Path data;

    private static SampleServer server;

    @BeforeAll
    static void start() throws Exception {
        Program.require(Program.runs("node", "--version"), "node", "install Node.js 18 or later");
        Program.require(Files.exists(NEWMAN), "newman", "run npm ci in " + NPM);
        server = SampleServer.start(data);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyRequestOfThePostmanCollectionIsAnsweredAsItSays() throws Exception {
        Ended newman = Program.run(
                List.of(
                        "node",
                        NEWMAN.toString(),
                        "run",
                        POSTMAN.resolve("materia.postman_collection.json").toString(),
                        "--environment",
                        POSTMAN.resolve("materia.postman_environment.json").toString(),
                        "--env-var",
                        "server=" + server.address(),
                        "--color",
                        "off"),
                Path.of("."),
                Map.of());
        assertThat(newman.status()).as(newman.output()).isZero();
        System.out.println(newman.output().substring(newman.output().indexOf("┌─")));
    }

    @Test
    void fhirClientsOfNpmUnderstandTheServer() throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "--test", "--test-reporter=spec"));
        try (Stream<Path> tests = Files.list(NPM)) {
            tests.map(Path::toString)
                    .filter(name -> name.endsWith(".test.mjs"))
                    .sorted()
                    .forEach(command::add);
        }
        Ended node = Program.run(command, Path.of("."), Map.of("FHIR_BASE", server.base()));
        assertThat(node.status()).as(node.output()).isZero();
        System.out.println(node.output());
    }
}
