package org.w3id.materia.server;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.bulk.Exports;
import org.w3id.materia.ingest.ImportListener;
import org.w3id.materia.model.pem.UnusableCertificateException;
import org.w3id.materia.server.audit.AuditLog;
import org.w3id.materia.server.changes.ChangeFeed;
import org.w3id.materia.server.config.ServedContent;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.server.failure.BodyErrors;
import org.w3id.materia.server.http.HealthHandler;
import org.w3id.materia.server.http.Listeners;
import org.w3id.materia.server.http.RequestsUnderWay;
import org.w3id.materia.server.http.Threads;
import org.w3id.materia.server.log.RequestLogs;
import org.w3id.materia.server.metrics.ServerMetrics;

/** The HTTP server: FHIR under {@code /fhir}, health under {@code /health}, a page for people at {@code /}. */
public final class MateriaServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MateriaServer.class);

    private final Server server;
    private final Listeners listeners;
    private final ChangeFeed changes;
    private final RequestsUnderWay requests;
    private final ServerMetrics metrics;
    private final HealthHandler health;
    private final Duration drain;
    private final boolean openToTheNetwork;
    private volatile Listeners.Addresses addresses;

    /**
     * @param context of FHIR R4
     * @param content what is served; the knowledge base stays open when the server closes
     * @param exports bulk exports; they stay open when the server closes
     * @param ready whether the first import is committed, for {@code /health/ready}
     * @throws UnusableCertificateException where TLS is wanted and cannot be had
     */
    public MateriaServer(
            FhirContext context,
            ServedContent content,
            ServerConfiguration configuration,
            Exports exports,
            BooleanSupplier ready) {
        context.setParserErrorHandler(new BodyErrors());
        drain = configuration.limits().stopping().drain();
        openToTheNetwork = configuration.isOpenToTheNetwork();
        server = new Server(Threads.pool(configuration.virtualThreads()));
        listeners = new Listeners(server, configuration);
        HandlerAssembly assembly = new HandlerAssembly(context, content, configuration, ready);
        metrics = assembly.metrics();
        health = assembly.health();
        changes = assembly.changes();
        requests = assembly.requests(exports);
        server.setErrorHandler(assembly.errors());
        server.setHandler(assembly.withOperators(requests));
        server.setStopTimeout(configuration.limits().stopping().timeout().toMillis());
        List<RequestLog> logs = new ArrayList<>(List.of(metrics.requests()));
        configuration.observability().audit().ifPresent(audit -> logs.add(new AuditLog(context, audit)));
        server.setRequestLog(RequestLogs.of(configuration.observability().requestLog(), logs));
        QueuedThreadPool threads = (QueuedThreadPool) server.getThreadPool();
        metrics.gauge("materia_threads_busy", "Threads that answer requests.", threads::getUtilizedThreads);
        metrics.gauge("materia_threads_queue", "Work that waits for a thread.", threads::getQueueSize);
    }

    /**
     * Begins to listen.
     *
     * @throws IllegalStateException where the address cannot be had, with the reason
     */
    public void start() {
        if (openToTheNetwork) {
            LOG.warn(
                    "Anybody who reaches {} can read and change what is on the way, and ask everything: --tls-certificate"
                            + " encrypts, --issuer asks for tokens, and a proxy can do both (docs/operations.md).",
                    listeners.asked());
        }
        try {
            server.start();
            addresses = listeners.taken();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("cannot listen on " + listeners.asked() + ": " + reason(e), e);
        }
    }

    /** What the operating system says, below what Jetty says. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException
                ? "there is no such host"
                : cause.getMessage();
    }

    /**
     * Address of the server, with the port that was taken; the FHIR base is {@code fhir} below it.
     *
     * @throws IllegalStateException before {@link #start()}
     */
    public URI address() {
        return started().plain();
    }

    /**
     * The address over TLS, where there is one.
     *
     * @throws IllegalStateException before {@link #start()}
     */
    public Optional<URI> secureAddress() {
        return started().secure();
    }

    /**
     * The address of health and metrics, where they have one of their own.
     *
     * @throws IllegalStateException before {@link #start()}
     */
    public Optional<URI> managementAddress() {
        return started().management();
    }

    private Listeners.Addresses started() {
        if (addresses == null) {
            throw new IllegalStateException("the server has not been started");
        }
        return addresses;
    }

    /** Hears how imports go on, for the metrics. */
    public ImportListener imports() {
        return metrics.imports();
    }

    /**
     * Runs something once all requests have ended that are under way now, on the thread of the last of them; at once where there is
     * none.
     */
    public void whenRequestsEnd(Runnable action) {
        requests.whenEnded(action);
    }

    /** Says that it is not ready, goes on for as long as it is to drain, lets those requests that run end within the limit, and stops. */
    @Override
    public void close() {
        health.drain();
        if (server.isStarted() && !drain.isZero()) {
            LOG.info("Not ready any more; stops in {} s.", drain.toSeconds());
            LockSupport.parkNanos(drain.toNanos());
        }
        changes.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop cleanly", e);
        }
    }
}
