package org.w3id.materia.store.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.w3id.materia.store.IndexValue;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.StoredResource;

/** Resources of the size and shape of a caution: about 2 KB of JSON of which much repeats, five index values. */
final class SyntheticResources {
    static final String TYPE = "DetectedIssue";
    static final String SYSTEM = "http://snomed.info/sct";

    /** Resources of one source, like those of one monograph. */
    static final int PER_SOURCE = 60;

    private static final Instant IMPORTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final String[] WORDS = {
        "hepatic",
        "renal",
        "impairment",
        "hypersensitivity",
        "acute",
        "severe",
        "chronic",
        "cardiac",
        "failure",
        "infection",
        "pregnancy",
        "lactation",
        "bleeding",
        "seizure",
        "hypotension",
        "asthma",
        "ulcer",
        "glaucoma",
        "arrhythmia",
        "anaemia",
        "dehydration",
        "diabetes",
        "oedema",
        "rash",
        "fever",
        "nausea",
        "patients",
        "with"
    };

    private SyntheticResources() {}

    static ResourceKey key(int number) {
        return new ResourceKey(
                TYPE, "monograph-" + number / PER_SOURCE + "-" + Integer.toHexString(number * 0x9E3779B9));
    }

    /** The one resource that has the code. */
    static String code(int number) {
        return Integer.toString(100_000_000 + number);
    }

    static List<IndexedResource> ofSource(int source, int total) {
        List<IndexedResource> resources = new ArrayList<>();
        for (int n = source * PER_SOURCE; n < Math.min(total, (source + 1) * PER_SOURCE); n++) {
            resources.add(resource(n));
        }
        return resources;
    }

    private static IndexedResource resource(int number) {
        SplittableRandom random = new SplittableRandom(number);
        String condition = words(random, 3);
        String medication = "monograph-" + number / PER_SOURCE;
        String json = json(key(number), condition, medication, words(random, 60), words(random, 60));
        StoredResource stored = new StoredResource(
                key(number), Integer.toHexString(json.hashCode()), IMPORTED, json.getBytes(StandardCharsets.UTF_8));
        return new IndexedResource(
                stored,
                List.of(
                        new IndexValue.Token("code", "http://terminology.hl7.org/CodeSystem/v3-ActCode", "COND"),
                        new IndexValue.Token("code", SYSTEM, code(number)),
                        new IndexValue.Text("code", condition),
                        new IndexValue.Token("status", "", "final"),
                        new IndexValue.Reference("implicated", new ResourceKey("Medication", medication))));
    }

    private static String json(ResourceKey key, String condition, String medication, String quote, String narrative) {
        String base = "https://w3id.org/materia/fhir/StructureDefinition/";
        return "{\"resourceType\":\"" + key.type() + "\",\"id\":\"" + key.id()
                + "\",\"meta\":{\"versionId\":\"1\",\"lastUpdated\":\"2026-01-01T00:00:00Z\",\"profile\":[\"" + base
                + "caution\"]},\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'>"
                + narrative + "</div>\"},\"extension\":[{\"url\":\"" + base
                + "evidence\",\"extension\":[{\"url\":\"quote\","
                + "\"valueString\":\"" + quote + "\"},{\"url\":\"section\",\"valueCode\":\"precautions\"},"
                + "{\"url\":\"start\",\"valueInteger\":1200},{\"url\":\"end\",\"valueInteger\":1500}]},{\"url\":\""
                + base
                + "strength\",\"valueCode\":\"caution\"}],\"status\":\"final\",\"implicated\":[{\"reference\":\"Medication/"
                + medication + "\"}],\"evidence\":[{\"code\":[{\"text\":\"" + condition + "\"}]}],\"detail\":\"" + quote
                + "\"}";
    }

    private static String words(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
