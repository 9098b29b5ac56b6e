package org.w3id.materia.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.search.SearchIndexer;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Source;

/** Monographs converted and indexed as {@code serve} does it, for tests of what comes after. */
public final class ImportedMonographs {
    private static final Instant IMPORTED = Instant.parse("2026-02-03T10:20:30Z");

    /** The shipped ones, converted once for all tests of a process. */
    private static final class Samples {
        static final Map<String, List<IndexedResource>> CONVERTED = converted();

        private static Map<String, List<IndexedResource>> converted() {
            ConversionStages stages = stages();
            Map<String, List<IndexedResource>> converted = new TreeMap<>();
            try (Stream<Path> files = Files.list(Path.of("fhir-resources/monographs"))) {
                for (Path file : files.toList()) {
                    converted.put(file.getFileName().toString(), ImportedMonographs.converted(file, stages));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return converted;
        }
    }

    private ImportedMonographs() {}

    /** Imports files, each alone: combinations are not linked to their ingredients. */
    public static void into(KnowledgeBase knowledge, Collection<Path> files) throws IOException {
        ConversionStages stages = stages();
        try (ImportSession session = knowledge.beginImport()) {
            for (Path file : files) {
                session.put(new Source(file.getFileName().toString(), "1"), converted(file, stages));
            }
            session.commit();
        }
    }

    /** Imports the shipped monographs, each alone. */
    public static void samplesInto(KnowledgeBase knowledge) {
        try (ImportSession session = knowledge.beginImport()) {
            Samples.CONVERTED.forEach((name, resources) -> session.put(new Source(name, "1"), resources));
            session.commit();
        }
    }

    private static ConversionStages stages() {
        return new ConversionStages(
                ShippedLexicon.alone(),
                new MonographMapper(ConformanceResources.load(), "test"),
                new SearchIndexer(SearchParameters.load()));
    }

    private static List<IndexedResource> converted(Path file, ConversionStages stages) throws IOException {
        return stages.convert(file.getFileName().toString(), Files.readAllBytes(file), Set.of(), IMPORTED)
                .resources();
    }
}
