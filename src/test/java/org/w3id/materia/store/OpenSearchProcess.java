package org.w3id.materia.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An OpenSearch node in a process of its own, which ends with this one. */
public final class OpenSearchProcess implements AutoCloseable {
    private final Process process;
    private final URI address;

    private OpenSearchProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts a cluster of one node, and returns when it answers. */
    public static OpenSearchProcess start() {
        int port = freePort();
        try {
            Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "opensearch");
            Process process = OpenSearchInstallation.ofThisBuild()
                    .start(home, List.of(Integer.toString(port), Integer.toString(freePort())));
            OpenSearchInstallation.awaitStart(process, home);
            return new OpenSearchProcess(process, URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
