package org.w3id.materia.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Snapshot;

/** The profiles that the knowledge base itself holds: StructureDefinitions that constrain a resource type. */
public final class SupportedProfiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Criterion> PROFILES = List.of(
            new Criterion("kind", List.of(new Criterion.TokenIs(null, "resource"))),
            new Criterion("derivation", List.of(new Criterion.TokenIs(null, "constraint"))));

    private SupportedProfiles() {}

    /** Canonical URLs of the profiles by the type that they constrain, in ascending order of their ids. */
    public static Map<String, List<String>> byType(Snapshot snapshot) {
        Map<String, List<String>> byType = new TreeMap<>();
        snapshot.forEach("StructureDefinition", PROFILES, resource -> {
            try {
                JsonNode profile = JSON.readTree(resource.json());
                byType.computeIfAbsent(profile.path("type").asText(), type -> new ArrayList<>())
                        .add(profile.path("url").asText());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return byType;
    }
}
