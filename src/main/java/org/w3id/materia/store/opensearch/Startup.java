package org.w3id.materia.store.opensearch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.w3id.materia.model.Failure;

/** Waits for indices that somebody makes at this moment: they are there before every node knows of a copy that it could ask. */
final class Startup {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Startup() {}

    /** @param question which every index has a part in answering */
    static void await(Runnable question) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                question.run();
                return;
            } catch (Failure e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.unavailable("The cluster was not waited for any longer.");
        }
    }
}
