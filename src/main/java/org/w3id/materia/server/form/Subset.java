package org.w3id.materia.server.form;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which part of each resource is wanted: {@code _summary} and {@code _elements} (FHIR R4, 3.1.1.5.8 and 3.1.1.5.9). Whatever is left
 * out, what is mandatory or changes the meaning of the rest stays: a status, and how firmly a text forbids. Included resources stay
 * whole, as the specification says of {@code _elements}.
 *
 * @param form of the answer
 * @param elements that are wanted, where they are named; a type may stand in front
 */
public record Subset(Form form, Set<String> elements) {
    /** Kinds of answer. */
    public enum Form {
        WHOLE,
        SUMMARY,
        TEXT,
        DATA,
        ELEMENTS
    }

    /** Extensions of ours without which a fact would be taken for a firmer or weaker one. */
    private static final Set<String> QUALIFYING = Set.of(
            "https://w3id.org/materia/fhir/StructureDefinition/strength",
            "https://w3id.org/materia/fhir/StructureDefinition/approval-status");

    private static final Map<String, Form> SUMMARIES =
            Map.of("true", Form.SUMMARY, "text", Form.TEXT, "data", Form.DATA);
    private static final String TAG_SYSTEM = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    private static final String TAG = "SUBSETTED";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** What the request asks for. */
    public static Subset asked(Map<String, String[]> parameters) {
        String[] names = parameters.get("_elements");
        if (names != null) {
            return new Subset(Form.ELEMENTS, names(names[0]));
        }
        String[] summary = parameters.get("_summary");
        return new Subset(summary == null ? Form.WHOLE : SUMMARIES.getOrDefault(summary[0], Form.WHOLE), Set.of());
    }

    /** The names in a value of {@code _elements}. */
    public static Set<String> names(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** JSON of a resource, or of a Bundle whose entries are meant, without what is not wanted. */
    public byte[] of(byte[] resource) {
        if (form == Form.WHOLE) {
            return resource;
        }
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(resource);
            if (root.path("resourceType").asText().equals("Bundle")) {
                root.path("entry").forEach(this::reduceEntry);
            } else {
                reduce(root);
            }
            return JSON.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reduceEntry(JsonNode entry) {
        String mode = entry.path("search").path("mode").asText("match");
        if (mode.equals("match") && entry.get("resource") instanceof ObjectNode resource) {
            reduce(resource);
        }
    }

    private void reduce(ObjectNode resource) {
        String type = resource.path("resourceType").asText();
        Optional<BaseRuntimeElementCompositeDefinition<?>> definition = ServedElements.definition(type);
        if (definition.isEmpty()) {
            return;
        }
        List<String> names = List.copyOf(
                resource.properties().stream().map(Map.Entry::getKey).toList());
        for (String name : names) {
            if (name.equals("extension") && !isWanted(definition.get(), type, name)) {
                keepQualifying(resource);
            } else if (!ServedElements.isNeverLeftOut(definition.get(), name)
                    && !isWanted(definition.get(), type, name)) {
                resource.remove(name);
            } else if (form == Form.SUMMARY) {
                reduceParts(definition.get(), name, resource.get(name));
            }
        }
        mark(resource);
    }

    private boolean isWanted(BaseRuntimeElementCompositeDefinition<?> parent, String type, String property) {
        return switch (form) {
            case WHOLE -> true;
            case TEXT -> property.equals("text");
            case DATA -> !property.equals("text");
            case SUMMARY ->
                ServedElements.child(parent, property)
                        .filter(c -> c.isSummary())
                        .isPresent();
            case ELEMENTS ->
                ServedElements.child(parent, property)
                        .filter(c -> isNamed(type, ServedElements.plainName(c)) || isNamed(type, property))
                        .isPresent();
        };
    }

    private boolean isNamed(String type, String element) {
        return elements.contains(element) || elements.contains(type + "." + element);
    }

    /** A part of a summary has the same rule for its own elements. */
    private static void reduceParts(BaseRuntimeElementCompositeDefinition<?> parent, String property, JsonNode value) {
        ServedElements.child(parent, property)
                .flatMap(child -> ServedElements.part(child, property))
                .ifPresent(part -> {
                    if (value instanceof ArrayNode list) {
                        list.forEach(each -> reducePart(part, (ObjectNode) each));
                    } else if (value instanceof ObjectNode one) {
                        reducePart(part, one);
                    }
                });
    }

    private static void reducePart(BaseRuntimeElementCompositeDefinition<?> definition, ObjectNode part) {
        for (String name :
                List.copyOf(part.properties().stream().map(Map.Entry::getKey).toList())) {
            boolean kept = ServedElements.isNeverLeftOut(definition, name)
                    || ServedElements.child(definition, name)
                            .filter(c -> c.isSummary())
                            .isPresent();
            if (kept) {
                reduceParts(definition, name, part.get(name));
            } else {
                part.remove(name);
            }
        }
    }

    private static void keepQualifying(ObjectNode resource) {
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode extension : resource.get("extension")) {
            if (QUALIFYING.contains(extension.path("url").asText())) {
                kept.add(extension);
            }
        }
        if (kept.isEmpty()) {
            resource.remove("extension");
        } else {
            resource.set("extension", kept);
        }
    }

    /** Says that it is not the whole, so that nobody stores it as such. */
    private static void mark(ObjectNode resource) {
        ObjectNode meta = resource.withObject("/meta");
        meta.withArray("/tag")
                .addObject()
                .put("system", TAG_SYSTEM)
                .put("code", TAG)
                .put("display", "Resource encoded in summary mode");
    }
}
