package org.w3id.materia.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.materia.server.rest.ServedOperation;

/** Capability statement → OpenAPI 3.0.3. The parameters of operations, for which it has no place, are in a resource. */
final class OpenApiDocument {
    private static final String SYSTEM = "System";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode PARAMETERS = read("operations.json");
    private static final JsonNode SEARCH_RESULTS = read("search-results.json");
    private static final JsonNode EVERY_REQUEST = read("every-request.json");

    private final ObjectNode document = JSON.createObjectNode();
    private final ObjectNode paths;
    /** What operations answer with, where it is not Parameters. */
    private static final Map<String, String> ANSWERS = Map.of(
            "export", "OperationOutcome",
            "document", "Bundle",
            "everything", "Bundle",
            "expand", "ValueSet",
            "closure", "ConceptMap");

    private final List<ServedOperation> operations;

    private OpenApiDocument(JsonNode statement, List<ServedOperation> operations) {
        this.operations = operations;
        document.put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", statement.path("title").asText())
                .put("version", statement.path("version").asText())
                .put("description", statement.path("description").asText());
        document.putArray("servers")
                .addObject()
                .put("url", statement.at("/implementation/url").asText());
        document.putArray("tags");
        paths = document.putObject("paths");
        ObjectNode resource =
                document.putObject("components").putObject("schemas").putObject("Resource");
        resource.put("type", "object").put("description", "A FHIR R4 resource");
        resource.putArray("required").add("resourceType");
        resource.putObject("properties").putObject("resourceType").put("type", "string");
    }

    /**
     * @param statement a CapabilityStatement's JSON
     * @param operations the same as are in it: it does not say where each can be called
     */
    static byte[] of(byte[] statement, List<ServedOperation> operations) {
        try {
            JsonNode json = JSON.readTree(statement);
            OpenApiDocument made = new OpenApiDocument(json, operations);
            JsonNode rest = json.at("/rest/0");
            made.addSystem(rest);
            rest.path("resource").forEach(made::addType);
            return JSON.writeValueAsBytes(made.document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addSystem(JsonNode rest) {
        tag(SYSTEM, rest.path("documentation").asText());
        add("get", "/metadata", SYSTEM, "What this server does");
        Set<String> interactions = codes(rest);
        if (interactions.contains("batch") || interactions.contains("transaction")) {
            add("post", "/", SYSTEM, "Several requests in one Bundle").body("application/fhir+json");
        }
        if (interactions.contains("search-system")) {
            add("get", "/", SYSTEM, "Search several types")
                    .search("_type", "resource types, separated by commas")
                    .parameters(SEARCH_RESULTS);
        }
        if (interactions.contains("history-system")) {
            add("get", "/_history", SYSTEM, "Changes of all resources");
        }
        addOperations(null, SYSTEM);
    }

    private void addType(JsonNode resource) {
        String type = resource.path("type").asText();
        Set<String> interactions = codes(resource);
        tag(type, "Resources of type " + type);
        if (interactions.contains("read")) {
            add("get", "/" + type + "/{id}", type, "Read");
        }
        if (interactions.contains("vread")) {
            add("get", "/" + type + "/{id}/_history/{version}", type, "Read a version");
        }
        if (interactions.contains("history-instance")) {
            add("get", "/" + type + "/{id}/_history", type, "Versions of one");
        }
        if (interactions.contains("history-type")) {
            add("get", "/" + type + "/_history", type, "Changes of this type");
        }
        if (interactions.contains("search-type")) {
            addSearch(resource, add("get", "/" + type, type, "Search"));
            add("post", "/" + type + "/_search", type, "Search, with the parameters in a form")
                    .body("application/x-www-form-urlencoded");
        }
        addOperations(type, type);
    }

    private static void addSearch(JsonNode resource, OpenApiPath search) {
        for (JsonNode parameter : resource.path("searchParam")) {
            search.search(
                    parameter.path("name").asText(),
                    parameter.path("type").asText() + ": "
                            + parameter.path("documentation").asText());
        }
        addIncludes(search, "_include", resource.path("searchInclude"));
        addIncludes(search, "_revinclude", resource.path("searchRevInclude"));
        search.parameters(SEARCH_RESULTS);
    }

    private static void addIncludes(OpenApiPath search, String name, JsonNode values) {
        if (!values.isEmpty()) {
            Set<String> possible = new LinkedHashSet<>();
            values.forEach(value -> possible.add(value.asText()));
            search.search(name, "one of " + String.join(", ", possible));
        }
    }

    /** @param type null for those of the whole server */
    private void addOperations(String type, String tag) {
        for (ServedOperation operation : operations) {
            if (operation.isCallable(type, false)) {
                addOperation((type == null ? "" : "/" + type) + "/$" + operation.name(), tag, operation);
            }
            if (type != null && operation.isCallable(type, true)) {
                addOperation("/" + type + "/{id}/$" + operation.name(), tag, operation);
            }
        }
    }

    private void addOperation(String path, String tag, ServedOperation operation) {
        String name = "$" + operation.name();
        String summary = name + ": " + operation.documentation().replaceFirst("(?<=[.:]) .*|\\.$", "");
        add("get", path, tag, summary)
                .answers(ANSWERS.getOrDefault(operation.name(), "Parameters"))
                .description(operation.documentation())
                .parameters(PARAMETERS.path(operation.name()));
        add("post", path, tag, summary)
                .answers(ANSWERS.getOrDefault(operation.name(), "Parameters"))
                .description(operation.documentation())
                .body(name.equals("$export") ? "application/fhir+json" : "application/x-www-form-urlencoded");
    }

    private OpenApiPath add(String method, String path, String tag, String summary) {
        OpenApiPath added = new OpenApiPath(paths, method, path, tag, summary)
                .answers(path.endsWith("id}") ? tag : path.equals("/metadata") ? "CapabilityStatement" : "Bundle");
        // An export is no FHIR answer that could be shaped.
        return method.equals("get") && !path.equals("/$export") ? added.parameters(EVERY_REQUEST) : added;
    }

    private void tag(String name, String text) {
        document.withArrayProperty("tags").addObject().put("name", name).put("description", text);
    }

    private static Set<String> codes(JsonNode stated) {
        Set<String> codes = new HashSet<>();
        stated.path("interaction")
                .forEach(interaction -> codes.add(interaction.path("code").asText()));
        return codes;
    }

    private static JsonNode read(String resource) {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(resource)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
