package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.model.ExhaustedMemory;

/** A heap in which the program cannot be: the process ends, whichever thread has met it, with what a supervisor restarts it by. */
@Tag("process")
@Timeout(180)
class LowMemoryTest {
    @TempDir
    Path folder;

    /** With the least heap FHIR's model cannot be read, beside the command line; with the other one the conversion cannot go on. */
    @ParameterizedTest
    @CsvSource({"16, serve --port 0", "28, convert fhir-resources/monographs --out OUT"})
    void theProcessEndsAndSaysWhy(int mebibytes, String command) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + mebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Materia.class.getName()));
        Path out = folder.resolve("out");
        line.addAll(List.of(command.replace("OUT", out.toString()).split(" ")));
        line.addAll(List.of("--data", folder.resolve("data").toString()));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isEqualTo(ExhaustedMemory.EXIT_CODE);
        assertThat(Files.readString(log)).contains("Memory ran out");
        assertThat(out).doesNotExist();
    }
}
