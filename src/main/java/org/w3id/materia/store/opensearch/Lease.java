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
import org.w3id.materia.model.DaemonThreads;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.opensearch.client.Clauses;

/**
 * The right to do something, to import for one, which one process of all has at a time. Its holder shows that it lives by changing the
 * document; another takes it over when it has seen no change for as long as the lease lasts, by its own clock: clocks of different
 * machines are never compared.
 */
final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final int BEATS = 4;

    private final WholeDocuments documents;
    private final String what;
    private final Duration time;
    private final String holder = UUID.randomUUID().toString();
    private final ScheduledExecutorService beating;
    private WholeDocuments.Versioned held;
    private long heldSince;
    private boolean lost;

    private Lease(WholeDocuments documents, String what, Duration time) {
        this.documents = documents;
        this.what = what;
        this.time = time;
        this.beating = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(what + "-lease"));
    }

    /**
     * Takes it. Where another has it, waits until that one has shown a sign of life, or has shown none for the time of the lease.
     *
     * @param what is done with it: id of its document
     * @return empty where another one lives
     */
    static Optional<Lease> acquire(WholeDocuments documents, String what, Duration time) {
        LeaseWatch watch = new LeaseWatch(documents, what, time);
        Optional<Lease> taken = watch.tryToTake();
        if (taken.isEmpty()) {
            LOG.info(
                    "Another process has begun this: {}. It is taken over if it shows no sign of life for {} s.",
                    what,
                    time.toSeconds());
        }
        while (taken.isEmpty() && !watch.hasSeenLife() && pause(time)) {
            taken = watch.tryToTake();
        }
        return taken;
    }

    /** Takes it where its document is still as it was found. */
    static Optional<Lease> take(
            WholeDocuments documents, String what, Duration time, Optional<WholeDocuments.Versioned> found) {
        Lease lease = new Lease(documents, what, time);
        documents.replace(what, found, lease.written());
        // Not by what the replacement says: what was sent twice may have been taken the first time.
        if (!lease.confirm()) {
            return Optional.empty();
        }
        long beat = time.toMillis() / BEATS;
        var unused = lease.beating.scheduleWithFixedDelay( // A beat that fails is logged by itself.
                lease::beat, beat, beat, TimeUnit.MILLISECONDS);
        return Optional.of(lease);
    }

    private static boolean pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis() / BEATS / 2);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ObjectNode written() {
        return Clauses.object().put("holder", holder).put("beat", System.nanoTime());
    }

    /** Whether it is this one that holds it. */
    private synchronized boolean confirm() {
        Optional<WholeDocuments.Versioned> now = documents
                .get(what)
                .filter(found -> found.source().path("holder").asText().equals(holder));
        now.ifPresent(found -> {
            held = found;
            heldSince = System.nanoTime();
        });
        return now.isPresent();
    }

    private synchronized void beat() {
        if (lost) {
            return;
        }
        try {
            documents.replace(what, Optional.of(held), written());
            if (!confirm()) {
                lost = true;
                LOG.warn("Another process has taken this over: {}.", what);
            }
        } catch (Failure e) {
            LOG.warn("No sign of life could be given of this: {}: {}", what, e.getMessage());
        } catch (RuntimeException e) {
            lost = true;
            LOG.warn("No sign of life can be given any more of this: {}", what, e);
        }
    }

    /** Whether nobody can have taken it over. */
    synchronized boolean isHeld() {
        return !lost && System.nanoTime() - heldSince <= time.toNanos();
    }

    /** @throws IllegalStateException where others may have taken it over: nothing may be written any more */
    void require() {
        if (!isHeld()) {
            throw new IllegalStateException(
                    "the " + what + " has lost its lease: another process may have begun another");
        }
    }

    /** Lets others have it at once. */
    @Override
    public void close() {
        beating.shutdown();
        synchronized (this) {
            if (!lost) {
                lost = true;
                try {
                    documents.delete(what, held);
                } catch (Failure | UnusableStoreException e) {
                    LOG.warn("The lease ends by itself: {}: {}", what, e.getMessage());
                }
            }
        }
    }
}
