package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.server.TestServer;

/**
 * HL7's terminology server tests, general mode, by HL7's own runner. They are those of the folder in the system property {@code
 * materia.terminology-suite}, or beside the checkout. The runner's class path comes from the build, by the profile {@code
 * terminology-suite}, which is on where one of them is there.
 */
@Tag("process")
@Tag("server")
class TerminologySuiteTest {
    private static final Path CLASS_PATH = Path.of("target/terminology-suite.classpath");
    private static final Path RUNNER = Path.of("src/test/terminology-suite/RunSuite.java");
    private static final Path OUTPUT = Path.of("target/terminology-suite");
    private static final int MINUTES = 15;

    private record Result(String suite, String test, String failure) {
        static Result read(String line) {
            String[] fields = line.split("\t", 3);
            return new Result(fields[0], fields[1], fields[2]);
        }
    }

    @TestFactory
    Stream<DynamicContainer> everyTestPasses() throws Exception {
        Path folder = folder();
        Assumptions.assumeTrue(Files.exists(CLASS_PATH), "the build did not make " + CLASS_PATH);
        Map<String, List<Result>> suites = new LinkedHashMap<>();
        for (String line : run(folder)) {
            Result result = Result.read(line);
            suites.computeIfAbsent(result.suite(), s -> new ArrayList<>()).add(result);
        }
        assertThat(suites).isNotEmpty();
        print(suites);
        return suites.entrySet().stream()
                .map(suite -> DynamicContainer.dynamicContainer(
                        suite.getKey(),
                        suite.getValue().stream()
                                .map(r -> DynamicTest.dynamicTest(r.test(), () -> assertThat(r.failure())
                                        .as(r.suite() + "/" + r.test())
                                        .isEmpty()))));
    }

    private static Path folder() {
        String named = System.getProperty("materia.terminology-suite");
        return named != null ? Path.of(named) : SharedFiles.require("tx-suite/tests");
    }

    private static List<String> run(Path folder) throws IOException, InterruptedException {
        Path results = Files.createDirectories(OUTPUT).resolve("results.tsv");
        try (TestServer server = TestServer.forTerminology()) {
            Process runner = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-cp",
                            Files.readString(CLASS_PATH).strip(),
                            RUNNER.toString(),
                            folder.toAbsolutePath().toString(),
                            server.base(),
                            OUTPUT.toAbsolutePath().toString())
                    .redirectOutput(results.toFile())
                    .redirectError(OUTPUT.resolve("errors.txt").toFile())
                    .start();
            boolean ended = runner.waitFor(MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                runner.destroyForcibly();
            }
            assertThat(ended && runner.exitValue() == 0)
                    .as(() -> "the runner ended well: " + OUTPUT.resolve("errors.txt"))
                    .isTrue();
        }
        return Files.readAllLines(results);
    }

    private static void print(Map<String, List<Result>> suites) {
        System.out.println("HL7 terminology tests, general mode");
        int passed = 0;
        int all = 0;
        for (Map.Entry<String, List<Result>> suite : suites.entrySet()) {
            int size = suite.getValue().size();
            long good =
                    suite.getValue().stream().filter(r -> r.failure().isEmpty()).count();
            System.out.printf("  %-28s %4d of %4d%n", suite.getKey(), good, size);
            passed += (int) good;
            all += size;
        }
        System.out.printf("  %d passed, %d failed%n", passed, all - passed);
    }
}
