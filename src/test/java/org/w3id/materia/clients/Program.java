package org.w3id.materia.clients;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Programs that are no part of the build: clients that other people wrote. */
public final class Program {
    /** Set to {@code required}, as continuous integration does, where a program that is missing is a failure. */
    private static final String DEMAND = "CLIENT_PROGRAMS";

    /**
     * What a program did.
     *
     * @param status with which it ended
     * @param output what it wrote, errors among it
     */
    public record Ended(int status, String output) {}

    private Program() {}

    /**
     * Skips the calling test, saying so, where something is not installed; fails it where it must be.
     *
     * @param how to install it
     */
    public static void require(boolean installed, String name, String how) {
        if (installed) {
            return;
        }
        String message = name + " is not here: " + how;
        if ("required".equals(System.getenv(DEMAND))) {
            fail(message);
        }
        System.out.println("SKIPPED: " + message);
        Assumptions.abort(message);
    }

    /** Whether the command ends well. */
    public static boolean runs(String... command) throws InterruptedException {
        try {
            return run(List.of(command), Path.of("."), Map.of()).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a command to its end. */
    public static Ended run(List<String> command, Path directory, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
