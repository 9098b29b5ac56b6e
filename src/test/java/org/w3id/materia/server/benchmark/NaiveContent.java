package org.w3id.materia.server.benchmark;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** Resources as HAPI's objects, by type. */
final class NaiveContent {
    private final FhirContext context;
    private final Path folder;

    NaiveContent(FhirContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    /** All resources of the type, by id. */
    <T extends Resource> Map<String, T> ofType(Class<T> type) throws IOException {
        IParser parser = context.newJsonParser();
        Map<String, T> byId = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(folder.resolve(type.getSimpleName() + ".ndjson"))) {
            lines.map(line -> parser.parseResource(type, line))
                    .forEach(resource -> byId.put(resource.getIdElement().getIdPart(), resource));
        }
        return byId;
    }

    /** The resources under each of their keys. */
    static <T> Map<String, List<T>> index(Iterable<T> resources, Function<T, Stream<String>> keys) {
        Map<String, List<T>> index = new HashMap<>();
        for (T resource : resources) {
            keys.apply(resource).distinct().forEach(key -> index.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(resource));
        }
        return index;
    }
}
