package org.w3id.materia.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.w3id.materia.ingest.UnusableFolderException;
import org.w3id.materia.model.Failure;
import org.w3id.materia.model.pem.UnusableCertificateException;
import org.w3id.materia.server.config.Limits;
import org.w3id.materia.server.config.Limits.Fairness;
import org.w3id.materia.server.config.Limits.Stopping;
import org.w3id.materia.server.config.Observability;
import org.w3id.materia.server.config.Observability.Audit;
import org.w3id.materia.server.config.Observability.RequestLogForm;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.server.config.ServerConfiguration.Access;
import org.w3id.materia.server.config.ServerConfiguration.Tls;
import org.w3id.materia.server.config.TrustedIssuer;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.UnusableStoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: imports what is new, serves, and follows changes in the folders until it is told to stop. */
@Command(
        name = "serve",
        description = "Serves monographs as FHIR R4; without --monographs, the samples that are shipped.",
        mixinStandardHelpOptions = true,
        versionProvider = ThisRelease.class,
        footer = "%nEvery option may come from the environment: --port from MATERIA_PORT, and so on.")
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--monographs",
            split = ",",
            paramLabel = "DIR",
            description = "folder of Markdown files, read with its subfolders; may stand several times")
    private List<Path> monographs = List.of();

    @Mixin
    private DataDirectory data;

    @Mixin
    private StoreOptions store;

    @Option(names = "--import", description = "with --store: this process imports too, and not only serves")
    private boolean imports;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "address to listen on (default: ${DEFAULT-VALUE})")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--public-base",
            paramLabel = "URL",
            description = "URL of the FHIR base as clients see it, where a proxy stands in front")
    private String publicBase;

    @Option(
            names = "--trusted-proxies",
            split = ",",
            paramLabel = "ADDRESS",
            description =
                    "proxies whose Forwarded and X-Forwarded-* headers are believed, by address or range (10.0.0.0/8)")
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--tls-certificate",
            paramLabel = "PEM",
            description = "certificate with its chain (fullchain.pem), to listen for TLS as well")
    private Path tlsCertificate;

    @Option(names = "--tls-key", paramLabel = "PEM", description = "the certificate's private key (privkey.pem)")
    private Path tlsKey;

    @Option(
            names = "--tls-port",
            defaultValue = "8443",
            description = "port for TLS; 0 takes a free one (default: ${DEFAULT-VALUE})")
    private int tlsPort;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "serves only those who have a token of this issuer, as its tokens name it")
    private String issuer;

    @Option(
            names = "--audience",
            paramLabel = "NAME",
            description = "what tokens for this server call it (default: --public-base)")
    private String audience;

    @Option(names = "--jwks", paramLabel = "KEYS", description = "the issuer's public keys (JWK Set), by file or URL")
    private String jwks;

    @Option(
            names = "--token-endpoint",
            paramLabel = "URL",
            description = "where clients get tokens, as [base]/.well-known/smart-configuration tells them")
    private String tokenEndpoint;

    @Option(
            names = "--change-listeners",
            paramLabel = "N",
            defaultValue = "100",
            description = "clients that may listen to changes at a time; 0 where none may (default: ${DEFAULT-VALUE})")
    private int changeListeners;

    @Option(
            names = "--cds-issuers",
            split = ",",
            paramLabel = "ISSUER=KEYS",
            description = "who may call the CDS services: issuers of tokens (JWT) and their JWK Sets, by file or URL;"
                    + " everybody where none is named")
    private List<String> cdsIssuers = List.of();

    @Option(
            names = "--longest-request",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "how long one request may be worked for (default: ${DEFAULT-VALUE})")
    private int longestRequest;

    @Option(
            names = "--requests-per-second",
            paramLabel = "N",
            description = "how many requests of one client are answered, by its token or address (default: all)")
    private Integer requestsPerSecond;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "how long a server that is told to stop says that it is not ready, and goes on answering"
                    + " (default: ${DEFAULT-VALUE})")
    private int drain;

    @Option(
            names = "--stop-timeout",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "how long requests that run may then go on (default: ${DEFAULT-VALUE})")
    private int stopTimeout;

    @Option(names = "--virtual-threads", description = "one virtual thread for each request (JDK 21 and later)")
    private boolean virtualThreads;

    @Option(names = "--access-log", description = "log every request, without its query")
    private boolean accessLog;

    @Option(
            names = "--log-format",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text, or json for an object a line (default: ${DEFAULT-VALUE})")
    private LogFormat logFormat;

    @Option(
            names = "--audit-file",
            paramLabel = "FILE",
            description = "appends an AuditEvent for each request for content to this file, one a line")
    private Path auditFile;

    @Option(names = "--audit-queries", description = "says in these what was asked, which may be about a patient")
    private boolean auditQueries;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description = "port for /health and /metrics, instead of beside the content; 0 takes a free one")
    private Integer managementPort;

    @Override
    public Integer call() throws UnusableInputException, InterruptedException {
        logFormat.use();
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            ServerConfiguration configuration = configuration();
            Path directory = data.path();
            ContentStore content = content(directory);
            Service service =
                    new Service(new Wiring(content.terminologies()), directory, content, chosen(), configuration);
            // Every end goes this way: a signal, or the exit that follows a failure.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                service.close();
                stopped.countDown();
            }));
            service.start(this::announce);
            service.prepare();
            stopped.await();
        } catch (UnusableFolderException
                | UnusableStoreException
                | UnusableCertificateException
                | UncheckedIOException
                | Failure
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new UnusableInputException(e);
        }
        return CommandLine.ExitCode.OK;
    }

    private void announce(String addresses, Snapshot served) {
        int resources =
                served.counts().values().stream().mapToInt(Integer::intValue).sum();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "Materia %s serves %d medicines (%d resources): %s%n",
                ThisRelease.get().version(),
                served.counts().getOrDefault("MedicationKnowledge", 0),
                resources,
                addresses);
        out.flush();
    }

    private ContentStore content(Path directory) throws UnusableInputException {
        if (store.isCluster()) {
            if (!imports && !monographs.isEmpty()) {
                throw new UnusableInputException(
                        "With --store the monographs are imported by 'materia import', or by one that serves with --import.");
            }
            return ContentStore.inCluster(store.cluster(), directory, imports);
        }
        if (imports) {
            throw new UnusableInputException("--import goes with --store: in a data directory every server imports.");
        }
        return ContentStore.embedded(directory);
    }

    private Monographs chosen() {
        return monographs.isEmpty() ? Monographs.samples() : Monographs.own(monographs);
    }

    private ServerConfiguration configuration() throws UnusableInputException {
        if (monographs.stream().anyMatch(folder -> folder.toString().isBlank())) {
            throw new UnusableInputException("--monographs is empty.");
        }
        return ServerConfiguration.of(ThisRelease.get())
                .listeningTo(host, port)
                .tls(tls())
                .publicBase(Optional.ofNullable(publicBase))
                .trustedProxies(trustedProxies)
                .limits(limits())
                .changes(ServerConfiguration.Changes.to(changeListeners))
                .cdsIssuers(cdsIssuers.stream()
                        .map(issuer -> TrustedIssuer.parse(issuer, "--cds-issuers"))
                        .toList())
                .access(access())
                .observability(observability())
                .virtualThreads(virtualThreads)
                .build();
    }

    private Limits limits() {
        return Limits.DEFAULT
                .with(new Fairness(
                        Duration.ofSeconds(longestRequest),
                        requestsPerSecond == null ? OptionalInt.empty() : OptionalInt.of(requestsPerSecond)))
                .with(new Stopping(Duration.ofSeconds(drain), Duration.ofSeconds(stopTimeout)));
    }

    private Optional<Access> access() throws UnusableInputException {
        String name = audience == null ? publicBase : audience;
        if (issuer == null && audience == null && jwks == null && tokenEndpoint == null) {
            return Optional.empty();
        }
        if (issuer == null || name == null || jwks == null) {
            throw new UnusableInputException(
                    "Access by token needs --issuer, --jwks and --audience, or --public-base instead of the last.");
        }
        return Optional.of(
                new Access(TrustedIssuer.of(issuer, jwks, "--issuer"), name, Optional.ofNullable(tokenEndpoint)));
    }

    private Observability observability() {
        RequestLogForm ofRequests = logFormat == LogFormat.JSON ? RequestLogForm.JSON : RequestLogForm.TEXT;
        return new Observability(
                managementPort == null ? OptionalInt.empty() : OptionalInt.of(managementPort),
                accessLog ? ofRequests : RequestLogForm.NONE,
                Optional.ofNullable(auditFile).map(file -> new Audit(file, auditQueries)));
    }

    private Optional<Tls> tls() throws UnusableInputException {
        if ((tlsCertificate == null) != (tlsKey == null)) {
            throw new UnusableInputException("TLS needs both --tls-certificate and --tls-key.");
        }
        return tlsKey == null ? Optional.empty() : Optional.of(new Tls(tlsPort, tlsCertificate, tlsKey));
    }
}
