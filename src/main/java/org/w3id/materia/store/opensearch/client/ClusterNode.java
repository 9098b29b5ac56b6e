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

    /** @param now {@link System#nanoTime()} */
    synchronized boolean isToBeAsked(long now) {
        return failures == 0 || now - restsUntil >= 0;
    }

    synchronized void answered() {
        failures = 0;
    }

    /** Until its rest ends nobody asks it; then one request tries, and the rest of them wait for what comes of it. */
    synchronized void failed(long now) {
        restsUntil = now + (SHORTEST_REST.toNanos() << Math.min(failures, MOST_DOUBLINGS));
        failures++;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
