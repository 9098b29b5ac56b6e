package org.w3id.materia.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.w3id.materia.model.Failure;
import org.w3id.materia.server.form.FhirBody;
import org.w3id.materia.server.search.ResultParameters;

/** The simple parameters of an operation, from its URL, a form, or a Parameters resource in the body (FHIR R4, 3.2.0.3). */
final class OperationParameters {
    private final Map<String, String> values = new LinkedHashMap<>();

    private OperationParameters() {}

    /**
     * @param operation name with the dollar sign
     * @param known names that it has
     * @throws Failure invalid where there is another one, one is there twice, or the body is no Parameters resource
     */
    static OperationParameters of(
            ServletRequestDetails details, FhirContext context, String operation, Set<String> known) {
        OperationParameters read = new OperationParameters();
        details.getServletRequest().getParameterMap().forEach((name, all) -> {
            if (!ResultParameters.OF_EVERY_REQUEST.contains(name)) {
                for (String value : all) {
                    read.add(operation, known, name, value);
                }
            }
        });
        if (FhirBody.isIn(details.getServletRequest())) {
            for (ParametersParameterComponent parameter :
                    body(details, context, operation).getParameter()) {
                if (parameter.getValue() == null || !parameter.getValue().isPrimitive()) {
                    throw Failure.invalid("The parameter '" + parameter.getName() + "' of " + operation
                            + " has a simple value in 'value[x]'.");
                }
                read.add(
                        operation,
                        known,
                        parameter.getName(),
                        parameter.getValue().primitiveValue());
            }
        }
        return read;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private void add(String operation, Set<String> known, String name, String value) {
        if (!known.contains(name)) {
            throw Failure.invalid(operation + " has no parameter '" + name + "'."
                    + (known.isEmpty() ? "" : " It has: " + String.join(", ", known) + "."));
        }
        if (values.putIfAbsent(name, value) != null) {
            throw Failure.invalid("The parameter '" + name + "' of " + operation + " can be given once.");
        }
    }

    private static Parameters body(ServletRequestDetails details, FhirContext context, String operation) {
        byte[] content = details.loadRequestContents();
        if (content.length == 0) {
            return new Parameters();
        }
        try {
            return FhirBody.form(details.getServletRequest())
                    .wire()
                    .parser(context)
                    .parseResource(Parameters.class, new ByteArrayInputStream(content));
        } catch (DataFormatException e) {
            throw Failure.invalid("The body of " + operation + " is not a Parameters resource: " + e.getMessage());
        }
    }
}
