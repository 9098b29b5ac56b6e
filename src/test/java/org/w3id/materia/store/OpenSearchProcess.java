package org.w3id.materia.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/**
 * An OpenSearch node in a process of its own, which ends with this one. Its class path is its own too: the build writes it to
 * {@code target/opensearch.classpath}.
 */
public final class OpenSearchProcess implements AutoCloseable {
    private static final Path CLASS_PATH = Path.of("target", "opensearch.classpath");
    private static final Path PROGRAM = Path.of("src", "test", "cluster", "OpenSearchNode.java");

    private final Process process;
    private final URI address;

    private OpenSearchProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts a cluster of one node, and returns when it answers. */
    public static OpenSearchProcess start() {
        int port = freePort();
        return start(port, List.of(Integer.toString(port), Integer.toString(freePort())));
    }

    private static OpenSearchProcess start(int port, List<String> ports) {
        try {
            Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "opensearch");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    // What starts and ends is faster without the second compiler.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    Files.readString(CLASS_PATH),
                    PROGRAM.toString(),
                    home.toString()));
            command.addAll(ports);
            Process process = new ProcessBuilder(command)
                    .redirectError(home.resolve("error.log").toFile())
                    .start();
            OpenSearchProcess started = new OpenSearchProcess(process, URI.create("http://127.0.0.1:" + port));
            started.awaitStart(home);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitStart(Path home) {
        Scanner lines = new Scanner(process.getInputStream(), StandardCharsets.UTF_8);
        while (lines.hasNextLine()) {
            if (lines.nextLine().equals("started")) {
                return;
            }
        }
        throw new IllegalStateException("OpenSearch did not start; see " + home.resolve("error.log"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return address;
    }

    /** At once, as a machine fails. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
