package org.w3id.materia.server;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.bulk.Exports;
import org.w3id.materia.ingest.ImportListener;
import org.w3id.materia.model.pem.UnusableCertificateException;
import org.w3id.materia.safety.SafetyCheck;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.search.medicine.MedicineLibrary;
import org.w3id.materia.server.access.AccessControl;
import org.w3id.materia.server.access.Grants;
import org.w3id.materia.server.access.SmartConfiguration;
import org.w3id.materia.server.audit.AuditLog;
import org.w3id.materia.server.bulk.ExportHandler;
import org.w3id.materia.server.bulk.KickOff;
import org.w3id.materia.server.capability.Capabilities;
import org.w3id.materia.server.capability.CapabilityProvider;
import org.w3id.materia.server.cds.CdsClients;
import org.w3id.materia.server.cds.CdsHandler;
import org.w3id.materia.server.changes.ChangeFeed;
import org.w3id.materia.server.changes.ChangesHandler;
import org.w3id.materia.server.config.Limits;
import org.w3id.materia.server.config.ServedContent;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.server.failure.BodyErrors;
import org.w3id.materia.server.failure.OutcomeErrorHandler;
import org.w3id.materia.server.form.Subset;
import org.w3id.materia.server.http.BaseAddress;
import org.w3id.materia.server.http.Connectors;
import org.w3id.materia.server.http.HealthHandler;
import org.w3id.materia.server.http.ManagementPort;
import org.w3id.materia.server.http.PageHandler;
import org.w3id.materia.server.http.RequestsUnderWay;
import org.w3id.materia.server.http.Threads;
import org.w3id.materia.server.infobutton.InfobuttonHandler;
import org.w3id.materia.server.log.RequestLogs;
import org.w3id.materia.server.metrics.ServerMetrics;
import org.w3id.materia.server.openapi.OpenApiHandler;
import org.w3id.materia.server.pages.BrowserView;
import org.w3id.materia.server.pages.PagesHandler;
import org.w3id.materia.server.pages.find.FhirSearch;
import org.w3id.materia.server.pages.find.OpenedClasses;
import org.w3id.materia.server.rest.ServedOperation;
import org.w3id.materia.server.rest.TypeProvider;
import org.w3id.materia.server.safety.CheckProvider;
import org.w3id.materia.server.search.Handling;
import org.w3id.materia.server.search.Searches;
import org.w3id.materia.server.terminology.RequestedInstance;
import org.w3id.materia.server.terminology.SearchedConcepts;
import org.w3id.materia.server.terminology.TerminologyAnswers;
import org.w3id.materia.server.terminology.TerminologyOperations;
import org.w3id.materia.server.terminology.TerminologyProvider;
import org.w3id.materia.server.welcome.WelcomeHandler;
import org.w3id.materia.store.KnowledgeBase;

/** The HTTP server: FHIR under {@code /fhir}, health under {@code /health}, a page for people at {@code /}. */
public final class MateriaServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MateriaServer.class);

    private final Server server;
    private final ChangeFeed changes;
    private final RequestsUnderWay requests;
    private final ServerConnector plain;
    private final Optional<ServerConnector> secure;
    private final Optional<ServerConnector> management;
    private final ServerMetrics metrics;
    private final HealthHandler health;
    private final Duration drain;
    private final boolean openToTheNetwork;
    private volatile URI address;
    private volatile Optional<URI> secureAddress;

    /**
     * @param context of FHIR R4
     * @param given what is served; the knowledge base stays open when the server closes
     * @param exports bulk exports; they stay open when the server closes
     * @param ready whether the first import is committed, for {@code /health/ready}
     * @throws UnusableCertificateException where TLS is wanted and cannot be had
     */
    public MateriaServer(
            FhirContext context,
            ServedContent given,
            ServerConfiguration configuration,
            Exports exports,
            BooleanSupplier ready) {
        context.setParserErrorHandler(new BodyErrors());
        KnowledgeBase knowledge = given.knowledge();
        MedicineLibrary medicines = new MedicineLibrary(context, knowledge, given.terminology());
        ServedContent content = given.with(medicines);
        SearchParameters parameters = content.parameters();
        server = new Server(Threads.pool(configuration.virtualThreads()));
        plain = Connectors.plain(server, configuration);
        server.addConnector(plain);
        secure = configuration.tls().map(tls -> Connectors.secure(server, configuration, tls));
        secure.ifPresent(server::addConnector);
        drain = configuration.limits().stopping().drain();
        openToTheNetwork = configuration.isOpenToTheNetwork();
        OptionalInt ownPort = configuration.observability().managementPort();
        management = ownPort.isEmpty()
                ? Optional.empty()
                : Optional.of(Connectors.named(ManagementPort.NAME, ownPort.getAsInt(), server, configuration));
        management.ifPresent(server::addConnector);
        OutcomeErrorHandler errors = new OutcomeErrorHandler(context);
        server.setErrorHandler(errors);
        RequestedInstance instances = new RequestedInstance(context, knowledge);
        Searches searches =
                new Searches(content, new SearchedConcepts(content.terminology(), instances), configuration.limits());
        List<ServedOperation> operations = new ArrayList<>(ServedOperation.of(parameters.types()));
        operations.addAll(TerminologyOperations.served());
        CapabilityProvider capabilities =
                new CapabilityProvider(context, knowledge, new Capabilities(content, operations, configuration));
        metrics = new ServerMetrics(configuration.release().version(), names(operations), knowledge);
        Optional<AccessControl> access = configuration
                .access()
                .map(granted -> new AccessControl(
                        new Grants(granted), !configuration.cdsIssuers().isEmpty(), errors));
        health = new HealthHandler(ready);
        List<PageHandler> operators = List.of(health, metrics.page());
        BaseAddress base = new BaseAddress(configuration.publicBase());
        SafetyCheck safety = new SafetyCheck(context, content.names(), content.terminology());
        TerminologyAnswers terminology = new TerminologyAnswers(context, content.terminology());
        changes = new ChangeFeed(
                knowledge,
                configuration.changes().listeners(),
                configuration.changes().heartbeat());
        PagesHandler pages = pages(context, content, searches, safety, base);
        List<Handler> others = new ArrayList<>(List.of(
                new ExportHandler(exports, new KickOff(context, parameters.types()), base::of, errors::answer),
                new CdsHandler(knowledge, safety, base::server, new CdsClients(configuration.cdsIssuers())),
                new InfobuttonHandler(knowledge, safety, base::server),
                new OpenApiHandler(
                        request -> capabilities.encoded(base.of(request)).json(), operations)));
        configuration.access().ifPresent(granted -> others.add(new SmartConfiguration(granted, parameters.types())));
        if (management.isEmpty()) {
            others.addAll(operators);
        }
        others.add(pages);
        others.add(new WelcomeHandler(knowledge, base, configuration.release()));
        Handler chain = Handlers.chain(
                new FastPath(knowledge, searches, terminology, capabilities, base),
                new FhirServlet(
                        new TypeProvider.Context(context, knowledge, searches),
                        new TerminologyProvider(context, instances, terminology),
                        parameters,
                        operations,
                        new CheckProvider(context, knowledge, safety),
                        capabilities,
                        access,
                        configuration),
                new ChangesHandler(changes, parameters.types(), errors::answer),
                others,
                new Handlers.Around(
                        handler -> guarded(
                                access,
                                new FirstImportGate(
                                        limited(handler, errors, configuration.limits()),
                                        knowledge,
                                        (outcome, request, response, callback) -> errors.answer(
                                                outcome,
                                                BrowserView.shown(request, response, pages.fhirPages()),
                                                callback))),
                        handler -> new BrowserView(handler, pages.fhirPages())),
                configuration.limits());
        requests = new RequestsUnderWay(
                chain,
                request -> ChangesHandler.PATH.equals(request.getHttpURI().getPath()));
        server.setHandler(
                management.isEmpty()
                        ? requests
                        : new ManagementPort(requests, guarded(access, new Handler.Sequence(List.copyOf(operators)))));
        server.setStopTimeout(configuration.limits().stopping().timeout().toMillis());
        List<RequestLog> logs = new ArrayList<>(List.of(metrics.requests()));
        configuration.observability().audit().ifPresent(audit -> logs.add(new AuditLog(context, audit)));
        server.setRequestLog(RequestLogs.of(configuration.observability().requestLog(), logs));
    }

    private static Handler guarded(Optional<AccessControl> access, Handler handler) {
        return access.map(control -> control.before(handler)).orElse(handler);
    }

    private Handler limited(Handler handler, OutcomeErrorHandler errors, Limits limits) {
        ExpensiveRequests limit =
                ExpensiveRequests.before(handler, errors, limits.fairness().longestWork());
        metrics.gauge("materia_requests_waiting", "Expensive requests that wait for their turn.", limit::waiting);
        QueuedThreadPool threads = (QueuedThreadPool) server.getThreadPool();
        metrics.gauge("materia_threads_busy", "Threads that answer requests.", threads::getUtilizedThreads);
        metrics.gauge("materia_threads_queue", "Work that waits for a thread.", threads::getQueueSize);
        return limits.fairness().requestsPerSecond().isPresent()
                ? new RequestRate(limit, limits.fairness().requestsPerSecond().getAsInt(), errors)
                : limit;
    }

    private static Set<String> names(List<ServedOperation> operations) {
        return operations.stream().map(o -> "$" + o.name()).collect(Collectors.toSet());
    }

    /** Pages ask as clients do, in JSON and without HTTP between. */
    private static PagesHandler pages(
            FhirContext context, ServedContent content, Searches searches, SafetyCheck safety, BaseAddress base) {
        FhirSearch search = (type, parameters, request) -> {
            Map<String, String[]> values = new LinkedHashMap<>();
            parameters.forEach((name, value) -> values.put(name, new String[] {value}));
            return Subset.asked(values)
                    .of(searches.of(type, values, Handling.STRICT, base.of(request))
                            .json());
        };
        return new PagesHandler(
                context, content.knowledge(), search, new OpenedClasses(safety.classes(), content.names()), base::of);
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
                    addresses());
        }
        try {
            server.start();
            secureAddress = secure.map(connector -> address("https", connector));
            address = address("http", plain);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("cannot listen on " + addresses() + ": " + reason(e), e);
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
        return started(address);
    }

    /**
     * The address over TLS, where there is one.
     *
     * @throws IllegalStateException before {@link #start()}
     */
    public Optional<URI> secureAddress() {
        return started(secureAddress);
    }

    /**
     * The address of health and metrics, where they have one of their own.
     *
     * @throws IllegalStateException before {@link #start()}
     */
    public Optional<URI> managementAddress() {
        started(address);
        return management.map(connector -> address("http", connector));
    }

    /** Hears how imports go on, for the metrics. */
    public ImportListener imports() {
        return metrics.imports();
    }

    private static <T> T started(T known) {
        if (known == null) {
            throw new IllegalStateException("the server has not been started");
        }
        return known;
    }

    private static URI address(String scheme, ServerConnector connector) {
        String host = connector.getHost();
        return URI.create(
                scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + connector.getLocalPort() + "/");
    }

    private String addresses() {
        String first = plain.getHost() + ":" + plain.getPort();
        return secure.map(connector -> first + " and " + connector.getHost() + ":" + connector.getPort())
                .orElse(first);
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
