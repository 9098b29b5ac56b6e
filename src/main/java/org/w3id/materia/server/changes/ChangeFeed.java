package org.w3id.materia.server.changes;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.DaemonThreads;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ChangePoint;
import org.w3id.materia.store.ChangedResource;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/**
 * Tells all clients that listen what each commit has changed. One thread does it, which sleeps between commits but for the heartbeat; a
 * client that listens costs a connection and no thread, and keeps no generation open.
 */
public final class ChangeFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    /** What one commit has changed is asked by every client alike. */
    private record Known(ChangePoint from, ChangePoint to, List<ChangedResource> changes) {}

    private final KnowledgeBase knowledge;
    private final int places;
    private final AtomicInteger taken = new AtomicInteger();
    private final Set<EventStream> streams = new LinkedHashSet<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("changes"));
    private Optional<Known> known = Optional.empty();

    /**
     * @param places how many clients may listen at a time; 0 where none may
     * @param heartbeat how often a client hears that the connection is there, while nothing changes
     */
    public ChangeFeed(KnowledgeBase knowledge, int places, Duration heartbeat) {
        this.knowledge = knowledge;
        this.places = places;
        if (places > 0) {
            knowledge.onCommit(() -> run(this::tellAll));
            var unused = thread.scheduleWithFixedDelay( // A beat that fails is logged by guarded.
                    guarded(this::beat), heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Takes a client in.
     *
     * @throws Failure not found where changes are not told here; busy where too many listen
     */
    void add(EventStream stream) {
        if (places == 0) {
            throw Failure.notFound("Changes are not told as they happen here. Ask for _history?_since=… instead.");
        }
        if (taken.incrementAndGet() > places) {
            taken.decrementAndGet();
            throw Failure.busy("Not more than " + places
                    + " clients can listen to changes at a time. Try again, or ask for _history?_since=….");
        }
        run(() -> {
            streams.add(stream);
            tell(stream);
        });
    }

    /** A client that has gone, and why. */
    void remove(EventStream stream, Throwable failure) {
        run(() -> {
            if (drop(stream)) {
                stream.fail(failure);
            }
        });
    }

    private void tellAll() {
        List.copyOf(streams).forEach(this::tell);
    }

    /** Tells the client what has changed since it was told last; where it still reads, nothing: it is told when it has read. */
    private void tell(EventStream stream) {
        if (!stream.isBusy()) {
            try (Snapshot snapshot = knowledge.snapshot()) {
                tell(stream, snapshot);
            }
        }
        write(stream);
    }

    private void tell(EventStream stream, Snapshot snapshot) {
        ChangePoint now = snapshot.changePoint();
        if (stream.told().isEmpty()) {
            stream.tell(List.of(ChangeEvents.begin(now, snapshot.committed())), now);
        } else if (!stream.told().get().equals(now)) {
            stream.tell(
                    changes(stream.told().get(), snapshot)
                            .map(changes -> ChangeEvents.of(changes, stream::wants, now, snapshot.committed()))
                            .orElseGet(() -> List.of(ChangeEvents.reset(now, snapshot.committed()))),
                    now);
        }
    }

    private Optional<List<ChangedResource>> changes(ChangePoint from, Snapshot snapshot) {
        ChangePoint to = snapshot.changePoint();
        if (known.filter(k -> k.from().equals(from) && k.to().equals(to)).isEmpty()) {
            known = snapshot.changesSince(from).map(changes -> new Known(from, to, changes));
        }
        return known.map(Known::changes);
    }

    private void beat() {
        known = Optional.empty(); // All that listen have been told by now, and what it says may be large.
        for (EventStream stream : List.copyOf(streams)) {
            if (!stream.isBusy()) {
                stream.tell(ChangeEvents.HEARTBEAT);
                write(stream);
            }
        }
    }

    private void write(EventStream stream) {
        stream.write(Callback.from(
                () -> run(() -> {
                    stream.written();
                    tell(stream);
                }),
                failure -> remove(stream, failure)));
    }

    private boolean drop(EventStream stream) {
        boolean was = streams.remove(stream);
        if (was) {
            taken.decrementAndGet();
        }
        return was;
    }

    private void run(Runnable task) {
        try {
            thread.execute(guarded(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("Changes are told no more.", e);
        }
    }

    /** A task that fails must not end those to come. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("a client could not be told of changes", e);
            }
        };
    }

    /** Ends all streams. */
    @Override
    public void close() {
        run(() -> {
            for (EventStream stream : List.copyOf(streams)) {
                drop(stream);
                if (stream.isBusy()) {
                    stream.fail(new EofException("the server stops"));
                } else {
                    stream.end();
                }
            }
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
