package org.w3id.materia.store.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ImportRunningException;
import org.w3id.materia.store.opensearch.client.Clauses;

/**
 * The right to import, which one process of all has at a time. Its holder shows that it lives by changing the document; another takes it
 * over when it has seen no change for as long as the lease lasts, by its own clock: clocks of different machines are never compared.
 */
final class ImportLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportLease.class);
    private static final String ID = "import";
    private static final int BEATS = 4;

    private final Cluster cluster;
    private final Duration time;
    private final String holder = UUID.randomUUID().toString();
    private final ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor(action -> {
        Thread thread = new Thread(action, "import-lease");
        thread.setDaemon(true);
        return thread;
    });
    private Cluster.Versioned held;
    private long heldSince;
    private boolean lost;

    private ImportLease(Cluster cluster, Duration time) {
        this.cluster = cluster;
        this.time = time;
    }

    /**
     * Takes it. Where another has it, waits until that one has shown a sign of life, or has shown none for the time of the lease.
     *
     * @throws ImportRunningException where it lives
     */
    static ImportLease acquire(Cluster cluster, Duration time) {
        ImportLease lease = new ImportLease(cluster, time);
        Optional<Cluster.Versioned> before = cluster.document(ID);
        if (before.isPresent() && !before.get().source().path("holder").isNull()) {
            lease.awaitSilence(before.get().condition());
        }
        if (!cluster.replace(ID, before, lease.written())) {
            throw new ImportRunningException();
        }
        lease.confirm();
        long beat = time.toMillis() / BEATS;
        var unused = lease.beating.scheduleWithFixedDelay( // A beat that fails is logged by itself.
                lease::beat, beat, beat, TimeUnit.MILLISECONDS);
        return lease;
    }

    private void awaitSilence(String condition) {
        LOG.info(
                "Another process has begun an import. It is taken over if it shows no sign of life for {} s.",
                time.toSeconds());
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            if (cluster.document(ID)
                    .map(now -> !now.condition().equals(condition))
                    .orElse(true)) {
                throw new ImportRunningException();
            }
            pause();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis() / BEATS / 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportRunningException();
        }
    }

    private ObjectNode written() {
        return Clauses.object().put("holder", holder).put("beat", System.nanoTime());
    }

    private synchronized void confirm() {
        held = cluster.document(ID)
                .filter(now -> now.source().path("holder").asText().equals(holder))
                .orElseThrow(ImportRunningException::new);
        heldSince = System.nanoTime();
    }

    private synchronized void beat() {
        if (lost) {
            return;
        }
        try {
            cluster.replace(ID, Optional.of(held), written());
            confirm();
        } catch (Failure e) {
            LOG.warn("The import could not show that it lives: {}", e.getMessage());
        } catch (IllegalStateException e) {
            lost = true;
            LOG.warn("The import has been taken over by another process.");
        }
    }

    /** @throws IllegalStateException where others may have taken it over: nothing may be written any more */
    synchronized void require() {
        if (lost || System.nanoTime() - heldSince > time.toNanos()) {
            throw new IllegalStateException("the import has lost its lease: another process may be importing");
        }
    }

    /** Lets others import at once. */
    @Override
    public void close() {
        beating.shutdown();
        synchronized (this) {
            if (!lost) {
                lost = true;
                try {
                    cluster.replace(ID, Optional.of(held), Clauses.object().putNull("holder"));
                } catch (Failure e) {
                    LOG.warn("The lease of the import ends by itself: {}", e.getMessage());
                }
            }
        }
    }
}
