package org.w3id.materia.store.opensearch;

import java.time.Duration;
import java.util.Optional;

/** Watches whether the holder of a lease lives, and takes the lease where nobody holds it or its holder has been silent for too long. */
final class LeaseWatch {
    private final WholeDocuments documents;
    private final String what;
    private final Duration time;
    private String seen;
    private long seenSince;
    private boolean lives;

    /**
     * @param what the lease is for: id of its document
     * @param time how long a holder may be silent, by the clock of who watches
     */
    LeaseWatch(WholeDocuments documents, String what, Duration time) {
        this.documents = documents;
        this.what = what;
        this.time = time;
    }

    /** Empty where another holds it, or has just taken it. Never waits: to be asked again and again. */
    synchronized Optional<Lease> tryToTake() {
        Optional<WholeDocuments.Versioned> now = documents.get(what);
        boolean isHeld = now.isPresent() && !now.get().source().path("holder").isNull();
        return isHeld && !isSilent(now.get().condition()) ? Optional.empty() : Lease.take(documents, what, time, now);
    }

    private boolean isSilent(String condition) {
        if (condition.equals(seen)) {
            return System.nanoTime() - seenSince >= time.toNanos();
        }
        lives = seen != null;
        seen = condition;
        seenSince = System.nanoTime();
        return false;
    }

    /** Whether its holder has shown a sign of life, or another has taken it, since it is watched. */
    synchronized boolean hasSeenLife() {
        return lives;
    }
}
