package org.w3id.materia.server;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.w3id.materia.model.Failure;
import org.w3id.materia.server.form.ContentNegotiation;
import org.w3id.materia.server.form.FhirBody;
import org.w3id.materia.server.form.HttpRefusal;
import org.w3id.materia.server.rest.ServedOperation;
import org.w3id.materia.server.search.Handling;
import org.w3id.materia.server.search.ResultParameters;

/** Refuses, with a reason, what nobody could answer, before HAPI looks for who answers. */
final class RequestCheck {
    private final Set<String> types;
    private final List<ServedOperation> operations;

    /** @param types resource types that are served */
    RequestCheck(Set<String> types, List<ServedOperation> operations) {
        this.types = types;
        this.operations = operations;
    }

    /**
     * @throws Failure not found where the type is not served; not supported where there is no such interaction; invalid
     *     where a general parameter has a wrong value
     * @throws HttpRefusal where the method, the form of the body or the wanted form of the answer is not one of ours
     */
    void check(ServletRequestDetails details) {
        HttpServletRequest request = details.getServletRequest();
        String type = details.getResourceName();
        if (type != null && !types.contains(type) && !hasInteraction(details)) {
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
        if (isOfOneType(details)) {
            ResultParameters.unknownElements(
                    request.getParameterMap(), List.of(type), Handling.of(details.getHeader("Prefer")));
        }
        if (isRead(details)) {
            checkRead(request);
        }
        if (!(isRead(details) && "Binary".equals(type))) {
            ContentNegotiation.choose(request); // Refused now rather than after the work.
        }
    }

    /** GET is for all that exists; POST for searches and operations with their parameters, and for batches. */
    private static void checkMethod(ServletRequestDetails details, HttpServletRequest request) {
        String operation = details.getOperation();
        boolean isOperation = operation != null && operation.startsWith("$");
        boolean isBatch = operation == null && details.getResourceName() == null;
        boolean postable = isOperation || isBatch || "_search".equals(operation);
        RequestTypeEnum method = details.getRequestType();
        if (method == RequestTypeEnum.POST && postable) {
            String body = request.getContentType();
            boolean form = body != null && body.startsWith("application/x-www-form-urlencoded");
            if (isBatch && !FhirBody.isIn(request)) {
                throw new HttpRefusal(
                        415,
                        "A batch is sent as application/fhir+json or application/fhir+xml, and not "
                                + (body == null ? "without a Content-Type." : "as '" + body + "'."));
            }
            if (!isBatch && body != null && !form && !(isOperation && FhirBody.isIn(request))) {
                throw new HttpRefusal(
                        415,
                        "Parameters in a body are application/x-www-form-urlencoded"
                                + (isOperation ? ", application/fhir+json or application/fhir+xml" : "")
                                + ", and not '" + body + "'.");
            }
        } else if (method != RequestTypeEnum.GET) {
            throw HttpRefusal.methodNotAllowed(
                    request.getMethod(), postable ? FhirServlet.METHODS : FhirServlet.METHODS_WITHOUT_POST);
        }
    }

    private boolean hasInteraction(ServletRequestDetails details) {
        String operation = details.getOperation();
        String type = details.getResourceName();
        boolean instance = details.getId() != null;
        if (details.getCompartmentName() != null
                || details.getSecondaryOperation() != null
                || !instance && details.getParameters().containsKey("_query")) {
            return false;
        }
        if (operation == null) {
            return type == null || types.contains(type);
        }
        if (operation.startsWith("$")) {
            return operations.stream().anyMatch(o -> operation.equals("$" + o.name()) && o.isCallable(type, instance));
        }
        return switch (operation) {
            case "metadata" -> type == null;
            case "_search" -> !instance;
            case "_history" -> true;
            default -> false;
        };
    }

    private static boolean isRead(ServletRequestDetails details) {
        return details.getId() != null && details.getOperation() == null;
    }

    /** Reads, searches and histories of a type; what an operation answers has a type of its own. */
    private static boolean isOfOneType(ServletRequestDetails details) {
        String operation = details.getOperation();
        return details.getResourceName() != null && (operation == null || !operation.startsWith("$"));
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
