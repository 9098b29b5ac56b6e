package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that has become full: whatever cannot be written says so, and what was there stays. The disk is a small file system of its own in
 * memory, which Linux gives a process that has its own view of them ({@code unshare}); skipped where it does not.
 */
@Tag("process")
@Timeout(240)
class FullDiskTest {
    private static final String[] OWN_VIEW = {"unshare", "--user", "--map-root-user", "--mount"};

    /** Room for an index and a copy of it. */
    private static final String SIZE = "16m";

    @TempDir
    Path folder;

    @Test
    void whatCannotBeWrittenSaysSoAndWhatWasThereStays() throws Exception {
        requireOwnView();
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path log = folder.resolve("log");
        int code = run(
                log,
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + SIZE
                        + " none \"$0\" && exec \"$1\" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp \"$2\" \"$3\" \"$0\"",
                disk.toString(),
                java,
                System.getProperty("java.class.path"),
                OnSmallDisk.class.getName());
        assertThat(code).as(Files.readString(log)).isZero();
    }

    private void requireOwnView() throws Exception {
        Path log = folder.resolve("try");
        try {
            if (run(log, "sh", "-c", "mount -t tmpfs none \"$0\"", folder.toString()) == 0) {
                return;
            }
        } catch (IOException e) {
            // There is no such program.
        }
        System.out.println("SKIPPED: no file system of its own can be had for a process here (unshare, mount)");
        Assumptions.abort("no own file system");
    }

    private static int run(Path log, String... command) throws Exception {
        String[] all = Stream.of(OWN_VIEW, command).flatMap(Stream::of).toArray(String[]::new);
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }
}
