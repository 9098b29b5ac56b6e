package org.w3id.materia.server;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.w3id.materia.bulk.Exports;
import org.w3id.materia.safety.SafetyCheck;
import org.w3id.materia.search.medicine.MedicineLibrary;
import org.w3id.materia.server.access.AccessControl;
import org.w3id.materia.server.access.Grants;
import org.w3id.materia.server.access.SmartConfiguration;
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
import org.w3id.materia.server.failure.OutcomeErrorHandler;
import org.w3id.materia.server.form.Subset;
import org.w3id.materia.server.http.BaseAddress;
import org.w3id.materia.server.http.HealthHandler;
import org.w3id.materia.server.http.ManagementPort;
import org.w3id.materia.server.http.PageHandler;
import org.w3id.materia.server.http.RequestsUnderWay;
import org.w3id.materia.server.infobutton.InfobuttonHandler;
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

/** Puts together what answers requests: FHIR below {@code /fhir}, the services and pages beside it, and what guards them all. */
final class HandlerAssembly {
    private final FhirContext context;
    private final KnowledgeBase knowledge;
    private final ServedContent content;
    private final ServerConfiguration configuration;
    private final BaseAddress base;
    private final OutcomeErrorHandler errors;
    private final Optional<AccessControl> access;
    private final List<ServedOperation> operations;
    private final RequestedInstance instances;
    private final Searches searches;
    private final SafetyCheck safety;
    private final CapabilityProvider capabilities;
    private final PagesHandler pages;
    private final ServerMetrics metrics;
    private final HealthHandler health;
    private final ChangeFeed changes;

    /** @param ready whether the first import is committed */
    HandlerAssembly(
            FhirContext context, ServedContent given, ServerConfiguration configuration, BooleanSupplier ready) {
        this.context = context;
        this.configuration = configuration;
        knowledge = given.knowledge();
        content = given.with(new MedicineLibrary(context, knowledge, given.terminology()));
        base = new BaseAddress(configuration.publicBase());
        errors = new OutcomeErrorHandler(context);
        access = configuration
                .access()
                .map(granted -> new AccessControl(
                        new Grants(granted), !configuration.cdsIssuers().isEmpty(), errors));
        operations = new ArrayList<>(ServedOperation.of(content.parameters().types()));
        operations.addAll(TerminologyOperations.served());
        instances = new RequestedInstance(context, knowledge);
        searches =
                new Searches(content, new SearchedConcepts(content.terminology(), instances), configuration.limits());
        safety = new SafetyCheck(context, content.names(), content.terminology());
        capabilities = new CapabilityProvider(context, knowledge, new Capabilities(content, operations, configuration));
        pages = pages();
        metrics = new ServerMetrics(configuration.release().version(), names(operations), knowledge);
        health = new HealthHandler(ready);
        changes = new ChangeFeed(
                knowledge,
                configuration.changes().listeners(),
                configuration.changes().heartbeat());
    }

    private static Set<String> names(List<ServedOperation> operations) {
        return operations.stream().map(o -> "$" + o.name()).collect(Collectors.toSet());
    }

    /** Pages ask as clients do, in JSON and without HTTP between. */
    private PagesHandler pages() {
        FhirSearch search = (type, parameters, request) -> {
            Map<String, String[]> values = new LinkedHashMap<>();
            parameters.forEach((name, value) -> values.put(name, new String[] {value}));
            return Subset.asked(values)
                    .of(searches.of(type, values, Handling.STRICT, base.of(request))
                            .json());
        };
        return new PagesHandler(
                context, knowledge, search, new OpenedClasses(safety.classes(), content.names()), base::of);
    }

    OutcomeErrorHandler errors() {
        return errors;
    }

    ServerMetrics metrics() {
        return metrics;
    }

    HealthHandler health() {
        return health;
    }

    ChangeFeed changes() {
        return changes;
    }

    /** All of it, counted while it is under way. */
    RequestsUnderWay requests(Exports exports) {
        TerminologyAnswers terminology = new TerminologyAnswers(context, content.terminology());
        Handler chain = Handlers.chain(
                new FastPath(knowledge, searches, terminology, capabilities, base),
                fhir(terminology),
                new ChangesHandler(changes, content.parameters().types(), errors::answer),
                others(exports),
                new Handlers.Around(
                        handler -> guarded(gated(limited(handler))),
                        handler -> new BrowserView(handler, pages.fhirPages())),
                configuration.limits());
        return new RequestsUnderWay(
                chain,
                request -> ChangesHandler.PATH.equals(request.getHttpURI().getPath()));
    }

    /** The same with the operators' pages on their own port alone, where they have one. */
    Handler withOperators(Handler content) {
        return hasOwnPort()
                ? new ManagementPort(content, guarded(new Handler.Sequence(List.copyOf(operators()))))
                : content;
    }

    private boolean hasOwnPort() {
        return configuration.observability().managementPort().isPresent();
    }

    private List<PageHandler> operators() {
        return List.of(health, metrics.page());
    }

    private FhirServlet fhir(TerminologyAnswers terminology) {
        return new FhirServlet(
                new TypeProvider.Context(context, knowledge, searches),
                new TerminologyProvider(context, instances, terminology),
                content.parameters(),
                operations,
                new CheckProvider(context, knowledge, safety),
                capabilities,
                access,
                configuration);
    }

    /** What stands beside FHIR, in the order in which it is asked. */
    private List<Handler> others(Exports exports) {
        Set<String> types = content.parameters().types();
        List<Handler> others = new ArrayList<>(List.of(
                new ExportHandler(
                        exports,
                        new KickOff(context, types),
                        base::of,
                        errors::answer,
                        configuration.access().isPresent()),
                new CdsHandler(knowledge, safety, base::server, new CdsClients(configuration.cdsIssuers())),
                new InfobuttonHandler(knowledge, safety, base::server),
                new OpenApiHandler(
                        request -> capabilities.encoded(base.of(request)).json(), operations)));
        configuration.access().ifPresent(granted -> others.add(new SmartConfiguration(granted, types)));
        if (!hasOwnPort()) {
            others.addAll(operators());
        }
        others.add(pages);
        others.add(new WelcomeHandler(knowledge, base, configuration.release()));
        return others;
    }

    private Handler guarded(Handler handler) {
        return access.map(control -> control.before(handler)).orElse(handler);
    }

    private Handler gated(Handler handler) {
        return new FirstImportGate(
                handler,
                knowledge,
                (outcome, request, response, callback) ->
                        errors.answer(outcome, BrowserView.shown(request, response, pages.fhirPages()), callback));
    }

    private Handler limited(Handler handler) {
        Limits.Fairness fairness = configuration.limits().fairness();
        ExpensiveRequests limit = ExpensiveRequests.before(handler, errors, fairness.longestWork());
        metrics.gauge("materia_requests_waiting", "Expensive requests that wait for their turn.", limit::waiting);
        return fairness.requestsPerSecond().isPresent()
                ? new RequestRate(limit, fairness.requestsPerSecond().getAsInt(), errors)
                : limit;
    }
}
