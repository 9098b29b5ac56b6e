package org.w3id.materia.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.clients.Program.Ended;

/** The jar as it is shipped, started as the README says: it answers what the classes answer in all other tests. */
@Tag("process")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PackagedJarTest {
    @TempDir
    static Path data;

    private static Process process;
    private static String server;

    @BeforeAll
    static void start() throws Exception {
        String jar = System.getProperty("materia.jar");
        Program.require(jar != null, "the packaged jar", "run mvn verify, which names it in the property materia.jar");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar,
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String announced = out.readLine();
        assertThat(announced).contains(" serves 25 medicines (");
        server = announced.substring(announced.indexOf("http://"), announced.lastIndexOf("/fhir"));
    }

    @AfterAll
    static void stop() {
        if (process != null) {
            process.destroy();
        }
    }

    @Test
    void xmlIsWrittenAsTheWalkthroughShowsIt() throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server + "/fhir/Medication/apixaban?_format=xml"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.body())
                .startsWith("<Medication xmlns=\"http://hl7.org/fhir\"><id value=\"apixaban\"/>")
                .doesNotContain("></id>");
    }

    @Test
    void everyRequestOfThePostmanCollectionIsAnsweredAsItSays() throws Exception {
        Newman.require();
        Ended newman = Newman.run(server);
        assertThat(newman.status()).as(newman.output()).isZero();
    }
}
