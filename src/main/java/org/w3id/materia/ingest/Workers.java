package org.w3id.materia.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.w3id.materia.model.ExhaustedMemory;

/** One thread for each core, each with one item in hand: however many items there are, memory is that of a few. */
final class Workers {
    private Workers() {}

    /**
     * Does the action for each item and returns when all is done. Items are begun in their order.
     *
     * @throws RuntimeException the first that an action threw; no further item is begun then
     * @throws IllegalStateException where the calling thread is interrupted
     */
    static <T> void forEach(List<T> items, Consumer<T> action) {
        int threads = Math.min(items.size(), Runtime.getRuntime().availableProcessors());
        if (threads == 0) {
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            running.add(executor.submit(() -> {
                boolean finished = false;
                try {
                    for (int i = next.getAndIncrement();
                            i < items.size() && !stopped.get();
                            i = next.getAndIncrement()) {
                        action.accept(items.get(i));
                    }
                    finished = true;
                } finally {
                    stopped.compareAndSet(false, !finished);
                }
            }));
        }
        executor.shutdown();
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the import was interrupted", e);
        } catch (ExecutionException e) {
            ExhaustedMemory.endProcessOn(e.getCause());
            throw rethrown(e.getCause());
        } finally {
            stopped.set(true);
            awaitEnd(executor);
        }
    }

    /** An action that has begun is let finish, so that nothing goes on behind the caller's back. */
    private static void awaitEnd(ExecutorService executor) {
        boolean interrupted = Thread.interrupted();
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }
}
