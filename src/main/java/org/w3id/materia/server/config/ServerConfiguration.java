package org.w3id.materia.server.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an operator decides about the server.
 *
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param tls where to listen for TLS as well
 * @param publicBase URL of the FHIR base as clients see it, where it is not the one that they send ({@code Host}); no
 *     slash at the end
 * @param trustedProxies addresses, or ranges such as {@code 10.0.0.0/8}, whose {@code Forwarded} and {@code X-Forwarded-*} headers are
 *     believed; nobody else's are
 * @param limits what a request may ask for
 * @param changes how changes are told as they happen
 * @param cdsIssuers who may call the CDS services, by the issuers of their tokens; everybody where there are none
 * @param access who may ask what; everybody everything where it is empty
 * @param observability what operators see of it
 * @param virtualThreads whether each request gets a virtual thread, where the JDK has them
 * @param release which Materia this is
 */
public record ServerConfiguration(
        String host,
        int port,
        Optional<Tls> tls,
        Optional<String> publicBase,
        List<String> trustedProxies,
        Limits limits,
        Changes changes,
        List<TrustedIssuer> cdsIssuers,
        Optional<Access> access,
        Observability observability,
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
     * @param fairness what one client, or one request, may take
     * @param stopping how the server ends
     */
    public record Limits(
            int headerBytes, int bodyBytes, int defaultPage, int largestPage, Fairness fairness, Stopping stopping) {
        public static final Limits DEFAULT =
                new Limits(16 * 1024, 16 * 1024 * 1024, 20, 500, Fairness.DEFAULT, Stopping.DEFAULT);
    }

    /**
     * What one client, or one request, may take.
     *
     * @param longestWork for a request, from when it has its turn
     * @param requestsPerSecond of one client; empty where nobody counts them
     */
    public record Fairness(Duration longestWork, OptionalInt requestsPerSecond) {
        public static final Fairness DEFAULT = new Fairness(Duration.ofSeconds(10), OptionalInt.empty());

        /** @throws IllegalArgumentException where a number is not positive; the message names it by its option */
        public Fairness {
            if (longestWork.isNegative() || longestWork.isZero()) {
                throw new IllegalArgumentException("--longest-request is 1 or more seconds.");
            }
            if (requestsPerSecond.isPresent() && requestsPerSecond.getAsInt() < 1) {
                throw new IllegalArgumentException("--requests-per-second is 1 or more.");
            }
        }
    }

    /**
     * How the server ends.
     *
     * @param drain how long it goes on answering, and says that it is not ready, so that balancers send no more
     * @param timeout how long requests that run may then still go on
     */
    public record Stopping(Duration drain, Duration timeout) {
        public static final Stopping DEFAULT = new Stopping(Duration.ZERO, Duration.ofSeconds(5));

        /** @throws IllegalArgumentException where one is negative; the message names it by its option */
        public Stopping {
            if (drain.isNegative() || timeout.isNegative()) {
                throw new IllegalArgumentException("--drain and --stop-timeout are 0 or more seconds.");
            }
        }
    }

    /**
     * Changes as they happen.
     *
     * @param listeners clients that may listen at a time; 0 where none may
     * @param heartbeat how often a client that listens hears that the connection is there
     */
    public record Changes(int listeners, Duration heartbeat) {
        /** Before proxies and Jetty, which wait for 30 seconds and more, take a connection for dead. */
        private static final Duration HEARTBEAT = Duration.ofSeconds(15);

        /** @throws IllegalArgumentException where the number is negative; the message names it by its option */
        public Changes {
            if (listeners < 0) {
                throw new IllegalArgumentException("--change-listeners is 0 or more, and not " + listeners + ".");
            }
        }

        /** With the usual heartbeat. */
        public static Changes to(int listeners) {
            return new Changes(listeners, HEARTBEAT);
        }
    }

    /**
     * Access for those alone who have a token.
     *
     * @param issuer who issues the tokens
     * @param audience what tokens for this server call it ({@code aud})
     * @param tokenEndpoint where clients get one, for {@code .well-known/smart-configuration}
     */
    public record Access(TrustedIssuer issuer, String audience, Optional<String> tokenEndpoint) {
        /** @throws IllegalArgumentException where the audience is blank */
        public Access {
            if (audience.isBlank()) {
                throw new IllegalArgumentException("--audience is empty.");
            }
        }
    }

    /**
     * What operators see.
     *
     * @param managementPort where health and metrics are served, instead of beside the content; 0 takes a free one
     * @param requestLog how each request is told in the log
     * @param audit who asked what, where it is written
     */
    public record Observability(OptionalInt managementPort, RequestLogForm requestLog, Optional<Audit> audit) {
        /** Metrics beside the content, and no line for each request. */
        public static final Observability NONE =
                new Observability(OptionalInt.empty(), RequestLogForm.NONE, Optional.empty());

        /** @throws IllegalArgumentException where the port is none; the message names it by its option */
        public Observability {
            managementPort.ifPresent(port -> requirePort("--management-port", port));
        }
    }

    /**
     * AuditEvents.
     *
     * @param file to which they are appended, one a line
     * @param queries whether they tell what was asked in a query
     */
    public record Audit(Path file, boolean queries) {}

    /** How the log tells of each request: not at all, in a line for people, or as a JSON object. */
    public enum RequestLogForm {
        NONE,
        TEXT,
        JSON
    }

    /**
     * The same with the public base brought into its form.
     *
     * @throws IllegalArgumentException where something is not what it should be; the message names it by its option
     */
    public ServerConfiguration {
        if (host.isBlank()) {
            throw new IllegalArgumentException("--host is empty.");
        }
        requirePort("--port", port);
        tls.ifPresent(given -> requirePort("--tls-port", given.port()));
        publicBase = publicBase.map(ServerConfiguration::base);
        trustedProxies = List.copyOf(trustedProxies);
        TrustedProxies.parse(trustedProxies);
        cdsIssuers = List.copyOf(cdsIssuers);
        // What clients send (Host) would let a token for another server be used here.
        if (!cdsIssuers.isEmpty() && publicBase.isEmpty()) {
            throw new IllegalArgumentException(
                    "--cds-issuers needs --public-base: whether a token is for this server, its own address tells.");
        }
    }

    /** Whether others than this machine can read what is sent, and anybody may ask: worth a warning. */
    public boolean isOpenToTheNetwork() {
        return tls.isEmpty() && access.isEmpty() && !isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // Told when it is listened to.
        }
    }

    private static void requirePort(String option, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(option + " is from 0 to 65535, and not " + port + ".");
        }
    }

    private static String base(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return url.replaceFirst("/+$", "");
            }
        } catch (URISyntaxException e) {
            // Told below, like every other text that is no such URL.
        }
        throw new IllegalArgumentException("--public-base is the URL of the FHIR base as clients see it, such as"
                + " https://api.example.org/fhir, and not '" + url + "'.");
    }

    /** The same, observed so. */
    public ServerConfiguration with(Observability other) {
        return with(access, limits, other);
    }

    /** The same, limited so. */
    public ServerConfiguration with(Limits other) {
        return with(access, other, observability);
    }

    /** The same, restricted so. */
    public ServerConfiguration with(Access other) {
        return with(Optional.of(other), limits, observability);
    }

    private ServerConfiguration with(
            Optional<Access> otherAccess, Limits otherLimits, Observability otherObservability) {
        return new ServerConfiguration(
                host,
                port,
                tls,
                publicBase,
                trustedProxies,
                otherLimits,
                changes,
                cdsIssuers,
                otherAccess,
                otherObservability,
                virtualThreads,
                release);
    }

    /** Version and day of release, for the capability statement. */
    public record Release(String version, LocalDate date) {}

    /** On this machine only, with the usual limits. */
    public static ServerConfiguration local(int port, Release release) {
        return new ServerConfiguration(
                "127.0.0.1",
                port,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Limits.DEFAULT,
                Changes.to(100),
                List.of(),
                Optional.empty(),
                Observability.NONE,
                false,
                release);
    }
}
