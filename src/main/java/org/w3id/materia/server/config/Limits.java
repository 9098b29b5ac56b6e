package org.w3id.materia.server.config;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Bounds on requests.
 *
 * @param fairness what one client, or one request, may take
 * @param stopping how the server ends
 */
public record Limits(Sizes sizes, Pages pages, Fairness fairness, Stopping stopping) {
    public static final Limits DEFAULT =
            new Limits(new Sizes(16 * 1024, 16 * 1024 * 1024), new Pages(20, 500), Fairness.DEFAULT, Stopping.DEFAULT);

    /**
     * How large a request may be, in bytes.
     *
     * @param header request line and headers together
     * @param body of a request; only searches by POST have one
     */
    public record Sizes(int header, int body) {}

    /**
     * How many resources a page of results has.
     *
     * @param usual where {@code _count} is absent
     * @param largest a greater {@code _count} is cut to it
     */
    public record Pages(int usual, int largest) {}

    /**
     * What one client, or one request, may take.
     *
     * @param longestWork for a request, from when it has its turn
     * @param requestsPerSecond of one client; empty where nobody counts them
     */
    public record Fairness(Duration longestWork, OptionalInt requestsPerSecond) {
        public static final Fairness DEFAULT = new Fairness(Duration.ofSeconds(10), OptionalInt.empty());

        /** @throws IllegalArgumentException where a number is not positive; the message names it by its option */
        public Fairness {
            if (longestWork.isNegative() || longestWork.isZero()) {
                throw new IllegalArgumentException("--longest-request is 1 or more seconds.");
            }
            if (requestsPerSecond.isPresent() && requestsPerSecond.getAsInt() < 1) {
                throw new IllegalArgumentException("--requests-per-second is 1 or more.");
            }
        }
    }

    /**
     * How the server ends.
     *
     * @param drain how long it goes on answering, and says that it is not ready, so that balancers send no more
     * @param timeout how long requests that run may then still go on
     */
    public record Stopping(Duration drain, Duration timeout) {
        public static final Stopping DEFAULT = new Stopping(Duration.ZERO, Duration.ofSeconds(5));

        /** @throws IllegalArgumentException where one is negative; the message names it by its option */
        public Stopping {
            if (drain.isNegative() || timeout.isNegative()) {
                throw new IllegalArgumentException("--drain and --stop-timeout are 0 or more seconds.");
            }
        }
    }

    /** With other sizes. */
    public Limits with(Sizes other) {
        return new Limits(other, pages, fairness, stopping);
    }

    /** With another fairness. */
    public Limits with(Fairness other) {
        return new Limits(sizes, pages, other, stopping);
    }

    /** With another end. */
    public Limits with(Stopping other) {
        return new Limits(sizes, pages, fairness, other);
    }
}
