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

/** What an operator decides about the server. */
public final class ServerConfiguration {
    private final Address address;
    private final Optional<Tls> tls;
    private final Optional<String> publicBase;
    private final List<String> trustedProxies;
    private final Limits limits;
    private final Changes changes;
    private final List<TrustedIssuer> cdsIssuers;
    private final Optional<Access> access;
    private final Observability observability;
    private final boolean virtualThreads;
    private final Release release;

    private ServerConfiguration(Builder decided) {
        address = decided.address;
        tls = decided.tls;
        publicBase = decided.publicBase.map(ServerConfiguration::base);
        trustedProxies = decided.trustedProxies;
        limits = decided.limits;
        changes = decided.changes;
        cdsIssuers = decided.cdsIssuers;
        access = decided.access;
        observability = decided.observability;
        virtualThreads = decided.virtualThreads;
        release = decided.release;
        TrustedProxies.parse(trustedProxies);
        // What clients send (Host) would let a token for another server be used here.
        if (!cdsIssuers.isEmpty() && publicBase.isEmpty()) {
            throw new IllegalArgumentException(
                    "--cds-issuers needs --public-base: whether a token is for this server, its own address tells.");
        }
    }

    /** On this machine only, at a free port, with the usual limits and open to everybody, until something else is decided. */
    public static Builder of(Release release) {
        return new Builder(release);
    }

    /** On this machine only, with the usual limits. */
    public static ServerConfiguration local(int port, Release release) {
        return of(release).listeningTo("127.0.0.1", port).build();
    }

    /** What is decided, one thing after the other. */
    public static final class Builder {
        private final Release release;
        private Address address = new Address("127.0.0.1", 0);
        private Optional<Tls> tls = Optional.empty();
        private Optional<String> publicBase = Optional.empty();
        private List<String> trustedProxies = List.of();
        private Limits limits = Limits.DEFAULT;
        private Changes changes = Changes.to(100);
        private List<TrustedIssuer> cdsIssuers = List.of();
        private Optional<Access> access = Optional.empty();
        private Observability observability = Observability.NONE;
        private boolean virtualThreads;

        private Builder(Release release) {
            this.release = release;
        }

        /**
         * Where to listen.
         *
         * @param port 0 takes a free one
         * @throws IllegalArgumentException where one is not what it should be; the message names it by its option
         */
        public Builder listeningTo(String host, int port) {
            address = new Address(host, port);
            return this;
        }

        /** Where to listen for TLS as well. */
        public Builder tls(Optional<Tls> encrypted) {
            tls = encrypted;
            return this;
        }

        /** URL of the FHIR base as clients see it, where it is not the one that they send ({@code Host}). */
        public Builder publicBase(Optional<String> url) {
            publicBase = url;
            return this;
        }

        /**
         * Addresses, or ranges such as {@code 10.0.0.0/8}, whose {@code Forwarded} and {@code X-Forwarded-*} headers are believed; nobody
         * else's are.
         */
        public Builder trustedProxies(List<String> addresses) {
            trustedProxies = List.copyOf(addresses);
            return this;
        }

        /** What a request may ask for. */
        public Builder limits(Limits bounds) {
            limits = bounds;
            return this;
        }

        /** How changes are told as they happen. */
        public Builder changes(Changes told) {
            changes = told;
            return this;
        }

        /** Who may call the CDS services, by the issuers of their tokens; everybody where there are none. */
        public Builder cdsIssuers(List<TrustedIssuer> issuers) {
            cdsIssuers = List.copyOf(issuers);
            return this;
        }

        /** Who may ask what; everybody everything where it is empty. */
        public Builder access(Optional<Access> granted) {
            access = granted;
            return this;
        }

        /** What operators see of it. */
        public Builder observability(Observability seen) {
            observability = seen;
            return this;
        }

        /** Whether each request gets a virtual thread, where the JDK has them. */
        public Builder virtualThreads(boolean wanted) {
            virtualThreads = wanted;
            return this;
        }

        /** @throws IllegalArgumentException where something is not what it should be; the message names it by its option */
        public ServerConfiguration build() {
            return new ServerConfiguration(this);
        }
    }

    private record Address(String host, int port) {
        Address {
            if (host.isBlank()) {
                throw new IllegalArgumentException("--host is empty.");
            }
            requirePort("--port", port);
        }
    }

    /**
     * Encrypted connections.
     *
     * @param port 0 takes a free one
     * @param certificate the server's certificate and then its chain, in PEM
     * @param key its private key, in PEM (PKCS #8, not encrypted)
     */
    public record Tls(int port, Path certificate, Path key) {
        /** @throws IllegalArgumentException where the port is none; the message names it by its option */
        public Tls {
            requirePort("--tls-port", port);
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

    /** Version and day of release, for the capability statement. */
    public record Release(String version, LocalDate date) {}

    /** Address to listen on. */
    public String host() {
        return address.host();
    }

    /** 0 takes a free one. */
    public int port() {
        return address.port();
    }

    public Optional<Tls> tls() {
        return tls;
    }

    /** URL of the FHIR base as clients see it, without a slash at the end; empty where it is the one that they send. */
    public Optional<String> publicBase() {
        return publicBase;
    }

    public List<String> trustedProxies() {
        return trustedProxies;
    }

    public Limits limits() {
        return limits;
    }

    public Changes changes() {
        return changes;
    }

    public List<TrustedIssuer> cdsIssuers() {
        return cdsIssuers;
    }

    public Optional<Access> access() {
        return access;
    }

    public Observability observability() {
        return observability;
    }

    public boolean virtualThreads() {
        return virtualThreads;
    }

    /** Which Materia this is. */
    public Release release() {
        return release;
    }

    /** Whether others than this machine can read what is sent, and anybody may ask: worth a warning. */
    public boolean isOpenToTheNetwork() {
        return tls.isEmpty() && access.isEmpty() && !isLoopback(host());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // Told when it is listened to.
        }
    }

    static void requirePort(String option, int port) {
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
}
