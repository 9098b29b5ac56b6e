package org.w3id.materia.store.opensearch.client;

import java.net.URI;
import java.time.Duration;

/** One node as this process knows it: whether it has answered lately. After a failure it is left alone, longer with each. */
final class ClusterNode {
    private static final Duration SHORTEST_REST = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 5;

    private final URI address;
    private int failures;
    private long restsUntil;

    ClusterNode(URI address) {
        this.address = address;
    }

    URI resolve(String path) {
        return address.resolve(path);
    }

    /**
     * Whether the caller may ask it. When its rest has ended one may; the others go on passing it over until that one knows more.
     *
     * @param now {@link System#nanoTime()}
     */
    synchronized boolean isToBeAsked(long now) {
        if (failures == 0) {
            return true;
        }
        if (now - restsUntil < 0) {
            return false;
        }
        rest(now);
        return true;
    }

    synchronized void answered() {
        failures = 0;
    }

    synchronized void failed(long now) {
        rest(now);
        failures++;
    }

    private void rest(long now) {
        restsUntil = now + (SHORTEST_REST.toNanos() << Math.min(failures, MOST_DOUBLINGS));
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
