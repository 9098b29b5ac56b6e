package org.w3id.materia.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3id.materia.cli.SampleServer;
import org.w3id.materia.clients.Program.Ended;

/** The Postman collection, and FHIR clients from npm, against the server as it comes out of the box. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("process")
@Tag("server")
class NpmClientsTest {
    private static final Path NPM = Path.of("src/test/npm");

    private static SampleServer server;

    @BeforeAll
    static void start() throws Exception {
        Newman.require();
        server = SampleServer.shared();
    }

    @Test
    void everyRequestOfThePostmanCollectionIsAnsweredAsItSays() throws Exception {
        Ended newman = Newman.run(server.address());
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
