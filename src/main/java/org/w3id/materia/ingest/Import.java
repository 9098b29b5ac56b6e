package org.w3id.materia.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.w3id.materia.model.Finding;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/**
 * Brings the knowledge base to what the folders hold now: what is new or changed is converted, what is gone is removed, all
 * in one commit; where nothing has changed there is none.
 *
 * <p>A monograph that has changed and cannot be converted is served no longer: the text that its earlier resources quote is
 * not the editor's text any more, and a client could not tell. The finding says so, and the rest is served.
 */
public final class Import {
    private final KnowledgeBase knowledge;
    private final MonographConverter converter;
    private final String converterFingerprint;
    private final List<ShippedResources> shipped;

    /**
     * @param converterFingerprint changes whenever the converter may make something else of the same bytes: its version
     *     and the fingerprint of the loaded terminology
     * @param shipped what is served beside the monographs
     */
    public Import(
            KnowledgeBase knowledge,
            MonographConverter converter,
            String converterFingerprint,
            List<ShippedResources> shipped) {
        this.knowledge = knowledge;
        this.converter = converter;
        this.converterFingerprint = converterFingerprint;
        this.shipped = List.copyOf(shipped);
    }

    /**
     * Imports once; two threads that call it take turns.
     *
     * @throws UnusableFolderException where one of the folders cannot be read; nothing is changed then, because a volume
     *     that is not mounted must not empty the server
     * @throws IllegalStateException where another import is running, or the knowledge base is closed meanwhile
     * @throws java.io.UncheckedIOException where the knowledge base cannot be written; nothing is changed then
     */
    public synchronized ImportReport run(List<Path> folders, ImportListener listener) throws UnusableFolderException {
        long start = System.nanoTime();
        ImportPlan plan = ImportPlan.of(MonographFolders.list(folders), shipped, stored(), converterFingerprint);
        listener.planned(plan.changed().size(), plan.unchanged(), plan.gone().size());
        ConvertedMonographs converted =
                new ConvertedMonographs(converter, converterFingerprint, plan.collection(), listener);
        if (plan.isEmpty()) {
            listener.served();
        } else {
            write(plan, converted, listener);
        }
        List<Finding> findings = new ArrayList<>(plan.findings());
        findings.addAll(converted.unreadable());
        findings.addAll(storedFindings());
        findings.sort(Comparator.comparing(Finding::path).thenComparingInt(Finding::line));
        return new ImportReport(
                converted.succeeded(),
                plan.unchanged(),
                plan.gone().size(),
                converted.failed(),
                converted.resources(),
                findings,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private void write(ImportPlan plan, ConvertedMonographs converted, ImportListener listener) {
        Instant imported = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (ImportSession session = knowledge.beginImport()) {
            plan.shipped().forEach(s -> session.put(s.source(), s.resources().apply(imported)));
            plan.gone().forEach(session::remove);
            Workers.forEach(plan.changed(), file -> converted.add(file, imported, session));
            listener.committing();
            session.commit();
            listener.served();
        }
    }

    private Map<String, String> stored() {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return snapshot.sources();
        }
    }

    private List<Finding> storedFindings() {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return snapshot.findings();
        }
    }
}
