package org.w3id.materia.server;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.ETagSupportEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.server.access.AccessControl;
import org.w3id.materia.server.batch.BatchProvider;
import org.w3id.materia.server.capability.CapabilityProvider;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.server.failure.FailureInterceptor;
import org.w3id.materia.server.http.RequestId;
import org.w3id.materia.server.http.RequestIdHandler;
import org.w3id.materia.server.rest.CompositionProvider;
import org.w3id.materia.server.rest.MedicationKnowledgeProvider;
import org.w3id.materia.server.rest.ServedOperation;
import org.w3id.materia.server.rest.SystemProvider;
import org.w3id.materia.server.rest.TypeProvider;
import org.w3id.materia.server.rest.VersionsProvider;
import org.w3id.materia.server.safety.CheckProvider;
import org.w3id.materia.server.terminology.TerminologyProvider;

/** HAPI's plain server with our providers and interceptors. */
final class FhirServlet extends RestfulServer {
    static final String METHODS_WITHOUT_POST = "GET, HEAD, OPTIONS";
    static final String METHODS = METHODS_WITHOUT_POST + ", POST";

    private static final long serialVersionUID = 1L;

    private final RequestCheck requests;
    private final Optional<AccessControl> access;

    FhirServlet(
            TypeProvider.Context providers,
            TerminologyProvider terminology,
            SearchParameters parameters,
            List<ServedOperation> operations,
            CheckProvider check,
            CapabilityProvider capabilities,
            Optional<AccessControl> access,
            ServerConfiguration configuration) {
        super(providers.fhir());
        this.access = access;
        requests = new RequestCheck(parameters.types(), operations);
        configuration
                .publicBase()
                .ifPresent(base -> setServerAddressStrategy(new HardcodedServerAddressStrategy(base)));
        setETagSupport(ETagSupportEnum.DISABLED); // ResponseInterceptor does it, for every form of an answer.
        setIgnoreServerParsedRequestParameters(false); // Jetty reads them as UTF-8, once, within the body's limit.
        setServerConformanceProvider(capabilities);
        registerInterceptor(new ResponseInterceptor(providers.fhir()));
        registerInterceptor(new FailureInterceptor());
        for (String type : parameters.types()) {
            registerProvider(
                    switch (type) {
                        case CompositionProvider.TYPE -> new CompositionProvider(providers);
                        case MedicationKnowledgeProvider.TYPE -> new MedicationKnowledgeProvider(providers);
                        default -> new TypeProvider(providers, type);
                    });
        }
        registerProvider(new SystemProvider(providers, parameters.types()));
        registerProvider(new VersionsProvider(providers));
        registerProvider(terminology);
        registerProvider(check);
        registerProvider(new BatchProvider(providers.fhir(), providers.knowledge(), this::service));
    }

    /** HEAD is GET, and Jetty leaves the body out; OPTIONS says what is allowed. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (Collections.list(request.getHeaders("Content-Encoding")).stream()
                .anyMatch(c -> !c.equalsIgnoreCase("gzip"))) {
            response.setHeader("Accept-Encoding", "gzip"); // What there would be (RFC 9110, 12.5.3).
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        request.getParameterMap(); // Refuses here, as a whole, what is not a query or form.
        switch (request.getMethod()) {
            case "HEAD" -> handleRequest(RequestTypeEnum.GET, request, response);
            case "OPTIONS" -> {
                response.setHeader("Allow", METHODS);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            case "GET", "POST", "PUT", "DELETE", "PATCH" -> super.service(request, response);
            default -> {
                response.setHeader("Allow", METHODS_WITHOUT_POST);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    @Override
    protected void validateRequest(ServletRequestDetails details) {
        access.ifPresent(control -> control.check(details)); // First, as a refusal tells what there is.
        requests.check(details);
    }

    /** The id that {@link RequestIdHandler} gave it. */
    @Override
    protected String getOrCreateRequestId(HttpServletRequest request) {
        return (String) request.getAttribute(RequestId.HEADER);
    }

    /** It is there already. */
    @Override
    protected void addRequestIdToResponse(ServletRequestDetails details, String requestId) {}

    /** HAPI would name itself and its version here. */
    @Override
    public void addHeadersToResponse(HttpServletResponse response) {}
}
