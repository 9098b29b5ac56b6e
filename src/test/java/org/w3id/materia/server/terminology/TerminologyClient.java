package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.w3id.materia.server.TestServer;

/** Calls the terminology operations of a server as clients do. */
public final class TerminologyClient {
    private final TestServer server;

    public TerminologyClient(TestServer server) {
        this.server = server;
    }

    /** GET of an operation that has an answer. */
    <T extends Resource> T get(Class<T> type, String path, String... headers) {
        return parse(type, server.get("fhir/" + path, headers), 200);
    }

    /** POST of an operation that has an answer. */
    public <T extends Resource> T post(Class<T> type, String path, Parameters parameters) {
        return parse(type, send(path, parameters), 200);
    }

    /** GET of an operation that has none. */
    OperationOutcome refusal(String path, int status) {
        return parse(OperationOutcome.class, server.get("fhir/" + path), status);
    }

    /** POST of an operation that has none. */
    OperationOutcome refusal(String path, Parameters parameters, int status) {
        return parse(OperationOutcome.class, send(path, parameters), status);
    }

    private HttpResponse<String> send(String path, Parameters parameters) {
        return server.send(
                "POST",
                "fhir/" + path,
                HttpRequest.BodyPublishers.ofString(
                        TestServer.CONTEXT.newJsonParser().encodeResourceToString(parameters)),
                "Content-Type",
                "application/fhir+json");
    }

    private static <T extends Resource> T parse(Class<T> type, HttpResponse<String> response, int status) {
        assertThat(response.statusCode())
                .as(response.uri() + " " + response.body())
                .isEqualTo(status);
        return TestServer.CONTEXT.newJsonParser().parseResource(type, response.body());
    }

    /** The text of a parameter; null where it is not there. */
    public static String text(Parameters parameters, String name) {
        return Optional.ofNullable(parameters.getParameter(name))
                .map(ParametersParameterComponent::getValue)
                .map(Type::primitiveValue)
                .orElse(null);
    }

    /** The values of a part of all parameters of a name. */
    static List<Type> parts(Parameters parameters, String name, String part) {
        return parameters.getParameter().stream()
                .filter(p -> p.getName().equals(name))
                .flatMap(p -> p.getPart().stream())
                .filter(p -> p.getName().equals(part))
                .map(ParametersParameterComponent::getValue)
                .toList();
    }

    /** The texts of the issues. */
    static List<String> texts(OperationOutcome outcome) {
        return outcome.getIssue().stream().map(i -> i.getDetails().getText()).toList();
    }
}
