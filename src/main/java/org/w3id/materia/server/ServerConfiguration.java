package org.w3id.materia.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an operator decides about the server.
 *
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param tls where to listen for TLS as well
 * @param publicBase URL of the FHIR base as clients see it, where it is not the one that they send ({@code Host}); no
 *     slash at the end
 * @param limits what a request may ask for
 * @param accessLog whether each request leaves a line in the log
 * @param virtualThreads whether each request gets a virtual thread, where the JDK has them
 * @param release which Materia this is
 */
public record ServerConfiguration(
        String host,
        int port,
        Optional<Tls> tls,
        Optional<String> publicBase,
        Limits limits,
        boolean accessLog,
        boolean virtualThreads,
        Release release) {

    /**
     * Encrypted connections.
     *
     * @param port 0 takes a free one
     * @param certificate the server's certificate and then its chain, in PEM
     * @param key its private key, in PEM (PKCS #8, not encrypted)
     */
    public record Tls(int port, Path certificate, Path key) {}

    /**
     * Bounds on requests.
     *
     * @param headerBytes request line and headers together
     * @param bodyBytes body of a request; only searches by POST have one
     * @param defaultPage resources on a page where {@code _count} is absent
     * @param largestPage a greater {@code _count} is cut to it
     * @param stopTimeout how long requests that run may go on after the order to stop
     */
    public record Limits(int headerBytes, int bodyBytes, int defaultPage, int largestPage, Duration stopTimeout) {
        public static final Limits DEFAULT = new Limits(16 * 1024, 16 * 1024 * 1024, 20, 500, Duration.ofSeconds(5));
    }

    /** Version and day of release, for the capability statement. */
    public record Release(String version, LocalDate date) {}

    /** On this machine only, with the usual limits. */
    public static ServerConfiguration local(int port, Release release) {
        return new ServerConfiguration(
                "127.0.0.1", port, Optional.empty(), Optional.empty(), Limits.DEFAULT, false, false, release);
    }
}
