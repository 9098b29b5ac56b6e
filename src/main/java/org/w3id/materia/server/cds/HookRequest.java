package org.w3id.materia.server.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3id.materia.model.Failure;

/**
 * The body of a call, as far as it is read here. Clients differ: some send no {@code context} and no {@code hookInstance} but drafts in the
 * prefetch, some a Bundle without a type. What they mean is clear all the same.
 *
 * @param drafts orders that are not signed yet
 * @param selected references of those of them that are being chosen; empty where all are
 * @param supplied keys of the prefetch that are there, also with null
 * @param resources of the prefetch, those of Bundles among them
 */
record HookRequest(List<JsonNode> drafts, Set<String> selected, Set<String> supplied, List<JsonNode> resources) {
    /** @throws Failure invalid where the body is no call of that service */
    static HookRequest parse(byte[] body, CdsService service) {
        JsonNode call = JsonBody.read(body);
        if (call == null || !call.isObject()) {
            throw Failure.invalid("The body of a call of a CDS service is a JSON object.");
        }
        requireHook(call, service);
        List<JsonNode> drafts = new ArrayList<>();
        addResources(object(call, "context").path("draftOrders"), drafts);
        Set<String> selected = new HashSet<>();
        object(call, "context").path("selections").forEach(s -> selected.add(s.asText()));
        Set<String> supplied = new HashSet<>();
        List<JsonNode> resources = new ArrayList<>();
        object(call, "prefetch").properties().forEach(entry -> {
            supplied.add(entry.getKey());
            boolean draft = entry.getKey().toLowerCase(Locale.ROOT).startsWith("draft");
            addResources(entry.getValue(), draft && drafts.isEmpty() ? drafts : resources);
        });
        return new HookRequest(drafts, selected, supplied, resources);
    }

    private static void requireHook(JsonNode call, CdsService service) {
        String hook = call.path("hook").asText("");
        if (!hook.equals(service.hook())) {
            throw Failure.invalid("This service is for the hook '" + service.hook() + "': the call's 'hook' is "
                    + (hook.isEmpty() ? "absent." : "another."));
        }
        JsonNode authorization = call.path("fhirAuthorization");
        if (!authorization.isMissingNode() && !authorization.isNull() && !call.hasNonNull("fhirServer")) {
            throw Failure.invalid("A call with 'fhirAuthorization' names the 'fhirServer' that it is for (cds-r-1).");
        }
    }

    private static JsonNode object(JsonNode call, String name) {
        JsonNode value = call.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            throw Failure.invalid("'" + name + "' of a call is an object.");
        }
        return value;
    }

    private static void addResources(JsonNode value, List<JsonNode> resources) {
        if (value.has("entry")) {
            value.path("entry").forEach(entry -> addResources(entry.path("resource"), resources));
        } else if (value.isArray()) {
            value.forEach(each -> addResources(each, resources));
        } else if (value.has("resourceType")
                && !value.path("resourceType").asText().equals("Bundle")) {
            resources.add(value);
        }
    }

    /** Those of a type. */
    List<JsonNode> ofType(String type) {
        return resources.stream()
                .filter(r -> r.path("resourceType").asText().equals(type))
                .toList();
    }

    /** Whether the client has looked for these, whatever it found. */
    boolean hasLookedFor(String key, String type) {
        return supplied.contains(key) || !ofType(type).isEmpty();
    }

    boolean isSelected(String reference) {
        return selected.isEmpty() || selected.contains(reference);
    }
}
