package org.w3id.materia.ingest;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.ingest.MonographConverter.Conversion;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.store.ConflictingResourceException;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.Source;

/** Converts the monographs of one import into its session, and counts. Safe for several threads. */
final class ConvertedMonographs {
    private static final Logger LOG = LoggerFactory.getLogger(ConvertedMonographs.class);

    /** No file has this fingerprint, so the next import tries again. */
    private static final String TO_BE_TRIED_AGAIN = "";

    private final MonographConverter converter;
    private final String converterFingerprint;
    private final Set<String> collection;
    private final ImportListener listener;
    private final AtomicInteger succeeded = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong resources = new AtomicLong();
    private final Queue<Finding> unreadable = new ConcurrentLinkedQueue<>();

    ConvertedMonographs(
            MonographConverter converter,
            String converterFingerprint,
            Set<String> collection,
            ImportListener listener) {
        this.converter = converter;
        this.converterFingerprint = converterFingerprint;
        this.collection = collection;
        this.listener = listener;
    }

    /** Converts the file as it is now, and puts what came of it in place of what is stored. */
    void add(MonographFile file, Instant imported, ImportSession session) {
        try {
            convert(file, file.content(), imported, session);
        } catch (IOException e) {
            // It could be read a moment ago. Nothing is remembered of it, so the next import looks again.
            session.remove(ImportPlan.sourceId(file));
            unreadable.add(file.unreadable(e));
            failed.incrementAndGet();
        }
        listener.converted(file.path());
    }

    private void convert(MonographFile file, byte[] content, Instant imported, ImportSession session) {
        String id = ImportPlan.sourceId(file);
        String fingerprint = Fingerprint.of(content, converterFingerprint);
        Conversion conversion;
        try {
            conversion = converter.convert(file.path(), content, collection, imported);
        } catch (Exception | StackOverflowError e) {
            LOG.debug("{} cannot be converted", file.path(), e);
            putFailure(new Source(id, fingerprint, List.of(notServed(file, e))), session);
            return;
        }
        try {
            String linked = Fingerprint.withLinks(fingerprint, conversion.mentioned(), collection);
            session.put(new Source(id, linked, conversion.findings()), conversion.resources());
            (isServed(conversion) ? succeeded : failed).incrementAndGet();
            resources.addAndGet(conversion.resources().size());
        } catch (ConflictingResourceException e) {
            putFailure(new Source(id, TO_BE_TRIED_AGAIN, List.of(notServed(file, e))), session);
        }
    }

    /** What is no monograph is put as well, with what was found: it need not be looked at again until it changes. */
    private static boolean isServed(Conversion conversion) {
        return conversion.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR);
    }

    private void putFailure(Source source, ImportSession session) {
        session.put(source, List.of());
        failed.incrementAndGet();
    }

    private static Finding notServed(MonographFile file, Throwable reason) {
        String message = reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
        return new Finding(Severity.ERROR, file.path(), 0, "not-converted", "The file is not served: " + message);
    }

    int succeeded() {
        return succeeded.get();
    }

    int failed() {
        return failed.get();
    }

    /** How many the converted monographs gave, shared ones counted once for each. */
    long resources() {
        return resources.get();
    }

    /** Findings that are not stored with a source. */
    List<Finding> unreadable() {
        return List.copyOf(unreadable);
    }
}
