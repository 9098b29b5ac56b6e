package org.w3id.materia.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation of the document: a path and a method (OpenAPI 3.0.3, Operation Object). */
final class OpenApiPath {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final ObjectNode operation;
    private final ArrayNode parameters;

    /**
     * @param paths of the document
     * @param tag under which it is listed
     * @param summary what it does, in a few words
     */
    OpenApiPath(ObjectNode paths, String method, String path, String tag, String summary) {
        operation = paths.withObjectProperty(path).putObject(method);
        operation.putArray("tags").add(tag);
        operation.put("summary", summary);
        operation.put("operationId", method + path.replaceAll("[^A-Za-z0-9$_-]+", "-"));
        parameters = operation.putArray("parameters");
        for (Matcher variable = VARIABLE.matcher(path); variable.find(); ) {
            parameter(variable.group(1), "path", "logical id or version")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
        answer("200", "The answer");
        answer("default", "An OperationOutcome that says what is wrong");
    }

    /** Which resource the answer is, as an example. */
    OpenApiPath answers(String resourceType) {
        operation
                .at("/responses/200/content")
                .forEach(form -> ((ObjectNode) form).putObject("example").put("resourceType", resourceType));
        return this;
    }

    OpenApiPath description(String text) {
        operation.put("description", text);
        return this;
    }

    /** A search parameter: it may be there several times. */
    OpenApiPath search(String name, String text) {
        ObjectNode schema = parameter(name, "query", text).putObject("schema").put("type", "array");
        schema.putObject("items").put("type", "string");
        return this;
    }

    /** @param more Parameter Objects as they stand */
    OpenApiPath parameters(JsonNode more) {
        more.forEach(parameters::add);
        return this;
    }

    /** A body of which only the form is told. */
    OpenApiPath body(String mediaType) {
        operation
                .putObject("requestBody")
                .putObject("content")
                .putObject(mediaType)
                .putObject("schema")
                .put("type", "object");
        return this;
    }

    private ObjectNode parameter(String name, String in, String text) {
        return parameters.addObject().put("name", name).put("in", in).put("description", text);
    }

    private void answer(String status, String text) {
        ObjectNode content = operation
                .withObjectProperty("responses")
                .putObject(status)
                .put("description", text)
                .putObject("content");
        for (String form : new String[] {"application/fhir+json", "application/fhir+xml"}) {
            ObjectNode answer = content.putObject(form);
            answer.putObject("schema").put("$ref", "#/components/schemas/Resource");
            answer.putObject("example").put("resourceType", "OperationOutcome");
        }
    }
}
