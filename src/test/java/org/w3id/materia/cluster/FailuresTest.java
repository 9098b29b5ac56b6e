package org.w3id.materia.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3id.materia.clients.Program;
import org.w3id.materia.clients.Program.Ended;
import org.w3id.materia.store.TestStores;

/** Three nodes of each are killed and frozen while they are asked: the short form of what {@code failures.py} does for hours. */
@Tag("cluster")
@Tag("process")
class FailuresTest {
    private static final Path PROGRAM = Path.of("src/test/cluster/failures.py");

    /** Of seven processes with half a gibibyte of heap each. */
    private static final long NEEDED = 6L << 30;

    @Test
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void nothingIsWrongAndNothingFailsThatIsAskedTwice() throws IOException, InterruptedException {
        TestStores.requireCluster();
        Program.require(Program.runs("python3", "--version"), "python3", "install Python 3.9 or later");
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Program.require(system.getTotalMemorySize() >= NEEDED, "memory for seven processes", "6 GiB are needed");

        Ended run = Program.run(
                List.of("python3", PROGRAM.toString(), "--short", "--class-path", productClassPath()),
                Path.of("."),
                Map.of());

        System.out.println(run.output());
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output())
                .contains(
                        "nothing fails",
                        "a search node is killed",
                        "the manager is killed",
                        "a Materia node is killed",
                        "everything is imported anew",
                        "an import is killed",
                        "a search node stands still",
                        "a Materia node stands still")
                .containsPattern("in all: \\d{3,} requests, 0 failed, 0 wrong");
    }

    /** Without the tests' own settings, those of logging among them. */
    private static String productClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
