package org.w3id.materia.model;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * How long the work for one request may take, on the thread that does it. Whoever works through many things asks now and then whether it is
 * spent; work that nobody has given a budget, such as an import, may take as long as it takes.
 */
public final class TimeBudget {
    private record Budget(long end, Duration length) {}

    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();

    private TimeBudget() {}

    /** Works with a budget; what had one before has it again afterwards. */
    public static <T> T within(Duration length, Callable<T> work) throws Exception {
        Budget before = CURRENT.get();
        CURRENT.set(new Budget(System.nanoTime() + length.toNanos(), length));
        try {
            return work.call();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** @throws Failure too costly where this thread's budget is spent */
    public static void check() {
        Budget budget = CURRENT.get();
        if (budget != null && System.nanoTime() - budget.end() > 0) {
            throw Failure.tooCostly(
                    "This takes longer than the " + budget.length().toSeconds()
                            + " s that this server works for one request. Ask for less at once: a narrower search, smaller pages"
                            + " ('_count'), fewer includes, a filter.");
        }
    }
}
