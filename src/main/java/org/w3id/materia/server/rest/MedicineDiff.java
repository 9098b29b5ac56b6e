package org.w3id.materia.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.HistoryEntry;
import org.w3id.materia.store.HistoryQuery;
import org.w3id.materia.store.HistoryQuery.Stretch;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/**
 * What was read from a medicine's monograph at two times, and what of it came, went and changed between them. The monograph's Provenance
 * names all that was made of it at either time.
 *
 * @param from the earlier time
 * @param to the later one
 */
record MedicineDiff(Snapshot snapshot, Instant from, Instant to) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The answer of {@code $diff}.
     *
     * @param id of the MedicationKnowledge
     * @throws Failure not found where there was no such medicine at either time, or its history does not reach back so far
     */
    Parameters of(String id) {
        ResourceKey provenance = new ResourceKey("Provenance", id);
        if (snapshot.read(provenance).isEmpty() && snapshot.deleted(provenance).isEmpty()) {
            throw Failure.notFound("There has never been a MedicationKnowledge with the id '" + id + "'.");
        }
        Map<ResourceKey, String> before = facts(provenance, from);
        Map<ResourceKey, String> after = facts(provenance, to);
        Parameters answer = new Parameters();
        after.forEach((key, version) -> {
            if (!before.containsKey(key)) {
                answer.addParameter().setName("came").setValue(reference(key, version));
            }
        });
        before.forEach((key, version) -> {
            if (!after.containsKey(key)) {
                answer.addParameter().setName("went").setValue(reference(key, version));
            }
        });
        after.forEach((key, version) -> {
            if (before.containsKey(key) && !before.get(key).equals(version)) {
                ParametersParameterComponent changed = answer.addParameter().setName("changed");
                changed.addPart().setName("from").setValue(reference(key, before.get(key)));
                changed.addPart().setName("to").setValue(reference(key, version));
            }
        });
        return answer;
    }

    /** The versions of all that was made of the monograph at a time, in the order of their keys. */
    private Map<ResourceKey, String> facts(ResourceKey provenance, Instant time) {
        Map<ResourceKey, String> facts = new TreeMap<>();
        version(provenance, time).ifPresent(stored -> {
            facts.put(provenance, stored.versionId());
            for (JsonNode target : parse(stored).path("target")) {
                String[] parts = target.path("reference").asText().split("/", -1);
                ResourceKey key = new ResourceKey(parts[0], parts[1]);
                version(key, time).ifPresent(fact -> facts.put(key, fact.versionId()));
            }
        });
        return facts;
    }

    /** What the resource was at the time: the newest of what it was in that moment. */
    private Optional<StoredResource> version(ResourceKey key, Instant time) {
        return snapshot
                .history(new HistoryQuery(
                        new HistoryQuery.OfResource(key),
                        Optional.empty(),
                        Optional.of(new Stretch(time, time.plusMillis(1))),
                        1,
                        Optional.empty()))
                .entries()
                .stream()
                .findFirst()
                .flatMap(HistoryEntry::resource);
    }

    private static Reference reference(ResourceKey key, String version) {
        return new Reference(key + "/_history/" + version);
    }

    private static JsonNode parse(StoredResource stored) {
        try {
            return JSON.readTree(stored.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
