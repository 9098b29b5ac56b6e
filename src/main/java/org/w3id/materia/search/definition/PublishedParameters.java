package org.w3id.materia.search.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads SearchParameter resources from the class path: HL7's bundle for R4, and our own files. */
public final class PublishedParameters {
    private static final String HL7 = "org/hl7/fhir/r4/model/sp/search-parameters.json";
    private static final String OURS = "fhir-resources/search-parameters/SearchParameter-";

    /** Types whose parameters others inherit. */
    private static final Set<String> OF_ALL = Set.of("Resource", "DomainResource");

    private PublishedParameters() {}

    /**
     * HL7's definitions for the types of {@link ServedParameters}. Of the bundle's 1375 entries only those are read that may be wanted, and
     * as plain JSON: a server's start waits for this.
     */
    public static List<JsonNode> ofHl7() {
        List<JsonNode> found = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        try (InputStream in = open(HL7);
                JsonParser json = mapper.createParser(in)) {
            while (!"entry".equals(json.nextFieldName())) {
                if (json.currentToken() == null) {
                    throw new IllegalStateException(HL7 + " has no entries");
                }
            }
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                expect("fullUrl", json.nextFieldName());
                String url = json.nextTextValue();
                expect("resource", json.nextFieldName());
                json.nextToken();
                if (mayBeWanted(url)) {
                    JsonNode resource = mapper.readTree(json);
                    if (wanted(resource)) {
                        found.add(withSiblings(resource));
                    }
                } else {
                    json.skipChildren();
                }
                json.nextToken();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void expect(String name, String found) {
        if (!name.equals(found)) {
            throw new IllegalStateException(HL7 + " has '" + found + "' where '" + name + "' is expected");
        }
    }

    /** By its name, which begins with the type of whose parameters it is one; those of several types have no type there. */
    private static boolean mayBeWanted(String url) {
        String name = url.substring(url.lastIndexOf('/') + 1);
        return !Character.isUpperCase(name.charAt(0)) || isServed(name.substring(0, name.indexOf('-')));
    }

    private static boolean isServed(String type) {
        return OF_ALL.contains(type) || ServedParameters.TYPES.contains(type);
    }

    /** An ingredient is a reference here, so its codes are those of the Substance; the published resource says so. */
    private static JsonNode withSiblings(JsonNode parameter) {
        if (ServedParameters.OF_SUBSTANCES.contains(parameter.get("url").asText())) {
            ((ObjectNode) parameter)
                    .withArray("extension")
                    .addObject()
                    .put("url", ParameterReader.SIBLINGS)
                    .put("valueString", "Substance.code");
        }
        return parameter;
    }

    /** The parameters that Materia defines. */
    public static List<JsonNode> ours() {
        List<JsonNode> found = new ArrayList<>();
        for (String code : ServedParameters.OWN) {
            try (InputStream in = open(OURS + code + ".json")) {
                found.add(new ObjectMapper().readTree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static boolean wanted(JsonNode parameter) {
        Set<String> base = new HashSet<>();
        parameter.get("base").forEach(type -> base.add(type.asText()));
        return !ServedParameters.LEFT_OUT.containsKey(parameter.get("code").asText())
                && base.stream().anyMatch(PublishedParameters::isServed);
    }

    private static InputStream open(String path) {
        InputStream in = PublishedParameters.class.getClassLoader().getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException(path + " is not on the class path");
        }
        return in;
    }
}
