package org.w3id.materia.bulk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** A knowledge base whose searches wait until they are told to go on. */
final class HinderedSearches implements KnowledgeBase {
    private final CountDownLatch inSearch = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final KnowledgeBase knowledge;

    HinderedSearches(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    /** Returns when a search has begun. */
    void reached() {
        await(inSearch);
    }

    void goOn() {
        goOn.countDown();
    }

    /** Goes on when the thread waits for what is hindered, and returns when the thread has ended. */
    void goOnWhenWaitedForBy(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        goOn();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Snapshot snapshot() {
        Snapshot snapshot = knowledge.snapshot();
        return (Snapshot) Proxy.newProxyInstance(
                Snapshot.class.getClassLoader(), new Class<?>[] {Snapshot.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("search")) {
                        inSearch.countDown();
                        await(goOn);
                    }
                    try {
                        return method.invoke(snapshot, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Optional<Snapshot> snapshot(long generation) {
        return knowledge.snapshot(generation);
    }

    @Override
    public ImportSession beginImport() {
        return knowledge.beginImport();
    }

    @Override
    public void onCommit(Runnable action) {
        knowledge.onCommit(action);
    }

    @Override
    public void close() {
        knowledge.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
