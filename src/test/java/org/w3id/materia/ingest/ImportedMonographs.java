package org.w3id.materia.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.search.SearchIndexer;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Source;

/** Monographs converted and indexed as {@code serve} does it, for tests of what comes after. */
public final class ImportedMonographs {
    private static final Instant IMPORTED = Instant.parse("2026-02-03T10:20:30Z");

    private ImportedMonographs() {}

    /** Imports files, each alone: combinations are not linked to their ingredients. */
    public static void into(KnowledgeBase knowledge, Collection<Path> files) throws IOException {
        ConformanceResources conformance = ConformanceResources.load();
        ConversionStages stages = new ConversionStages(
                ShippedLexicon.alone(),
                new MonographMapper(conformance, "test"),
                new SearchIndexer(SearchParameters.load()));
        try (ImportSession session = knowledge.beginImport()) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                session.put(
                        new Source(name, "1"),
                        stages.convert(name, Files.readAllBytes(file), Set.of(), IMPORTED)
                                .resources());
            }
            session.commit();
        }
    }
}
