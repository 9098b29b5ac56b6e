package org.w3id.materia.server;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.w3id.materia.model.Failure;

/** Refuses, with a reason, what nobody could answer, before HAPI looks for who answers. */
final class RequestCheck {
    private final Set<String> types;

    /** @param types resource types that are served */
    RequestCheck(Set<String> types) {
        this.types = types;
    }

    /**
     * @throws Failure not found where the type is not served; not supported where there is no such interaction; invalid
     *     where a general parameter has a wrong value
     * @throws HttpRefusal where the method, the form of the body or the wanted form of the answer is not one of ours
     */
    void check(ServletRequestDetails details) {
        HttpServletRequest request = details.getServletRequest();
        String type = details.getResourceName();
        if (type != null && !types.contains(type)) {
            throw Failure.notFound(
                    "This server has no resource type '" + type + "'. It has: " + String.join(", ", types) + ".");
        }
        checkMethod(details, request);
        if (!hasInteraction(details)) {
            throw Failure.notSupported("This server does not do " + request.getMethod() + " "
                    + (details.getRequestPath().isEmpty() ? "of the FHIR base itself" : details.getRequestPath())
                    + ". What it does is in the capability statement, at metadata.");
        }
        ResultParameters.checkOfEveryRequest(request.getParameterMap());
        if (isRead(details)) {
            checkRead(request);
        }
        if (!(isRead(details) && "Binary".equals(type))) {
            ContentNegotiation.choose(request); // Refused now rather than after the work.
        }
    }

    /** GET is for all that exists; POST for searches and operations, whose parameters are then a form. */
    private static void checkMethod(ServletRequestDetails details, HttpServletRequest request) {
        String operation = details.getOperation();
        boolean postable = operation != null && (operation.equals("_search") || operation.startsWith("$"));
        RequestTypeEnum method = details.getRequestType();
        if (method == RequestTypeEnum.POST && postable) {
            String form = request.getContentType();
            if (form != null && !form.startsWith("application/x-www-form-urlencoded")) {
                throw new HttpRefusal(
                        415, "Parameters in a body are application/x-www-form-urlencoded, and not '" + form + "'.");
            }
        } else if (method != RequestTypeEnum.GET) {
            throw HttpRefusal.methodNotAllowed(
                    request.getMethod(), postable ? FhirServlet.METHODS : FhirServlet.METHODS_WITHOUT_POST);
        }
    }

    private static boolean hasInteraction(ServletRequestDetails details) {
        String operation = details.getOperation();
        if (details.getResourceName() == null) {
            return "metadata".equals(operation);
        }
        boolean instance = details.getId() != null;
        if (details.getCompartmentName() != null
                || details.getSecondaryOperation() != null
                || instance && details.getId().hasVersionIdPart()
                || !instance && details.getParameters().containsKey("_query")) {
            return false;
        }
        return operation == null
                || operation.equals("_search") && !instance
                || operation.equals("$document")
                        && instance
                        && details.getResourceName().equals(CompositionProvider.TYPE);
    }

    private static boolean isRead(ServletRequestDetails details) {
        return details.getId() != null && details.getOperation() == null;
    }

    private static void checkRead(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            if (!ResultParameters.OF_EVERY_REQUEST.contains(name)) {
                throw Failure.invalid("A read has no parameter '" + name + "'.");
            }
            if (name.equals("_summary") && values[0].equals("count")) {
                throw Failure.invalid("'count' is a summary of searches alone.");
            }
        });
    }
}
