package org.w3id.materia.store.opensearch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.DaemonThreads;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ImportRunningException;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.opensearch.client.ClusterSettings;

/** A knowledge base in a cluster, for any number of processes, of which one at a time imports. */
public final class OpenSearchKnowledgeBase implements KnowledgeBase {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchKnowledgeBase.class);

    /** What one process at a time does. */
    private static final String IMPORT = "import";

    /** How often a process looks whether another one has published a generation. */
    private static final long LOOK_MILLISECONDS = 1000;

    /** So long may no look succeed before the cluster counts as gone. */
    private static final Duration LOST = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final ClusterSettings settings;
    private final InstantSource clock;
    private final Answers answers = new Answers();
    private final List<Runnable> onCommit = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("cluster-state"));
    private volatile ClusterState state;
    private volatile long reached = System.nanoTime();
    private OpenSearchImportSession running;

    private OpenSearchKnowledgeBase(ClusterSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.cluster = Cluster.open(settings);
        this.state = cluster.state();
        var unused = looking.scheduleWithFixedDelay( // A look that fails is logged by itself.
                this::look, LOOK_MILLISECONDS, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /**
     * Opens the knowledge base, an empty one where there is none yet.
     *
     * @throws org.w3id.materia.store.UnusableStoreException where the cluster refuses what is needed
     * @throws Failure unavailable where it does not answer
     */
    public static OpenSearchKnowledgeBase open(ClusterSettings settings) {
        return open(settings, InstantSource.system());
    }

    /** @param clock what generations are dated and kept by */
    public static OpenSearchKnowledgeBase open(ClusterSettings settings, InstantSource clock) {
        return new OpenSearchKnowledgeBase(settings, clock);
    }

    private void look() {
        try {
            take(cluster.state());
            reached = System.nanoTime();
        } catch (Failure e) {
            LOG.debug("What is served is not known anew: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("What is served is not known anew", e);
        }
    }

    private void take(ClusterState found) {
        boolean isNews;
        synchronized (this) {
            isNews = found.newest().number() > state.newest().number();
            if (isNews) {
                state = found;
            }
        }
        if (isNews) {
            onCommit.forEach(Runnable::run);
        }
    }

    @Override
    public Snapshot snapshot() {
        ClusterState now = state;
        return new OpenSearchSnapshot(cluster, now.newest(), now.index(), answers);
    }

    @Override
    public Optional<Snapshot> snapshot(long generation) {
        ClusterState now = state;
        return now.find(generation, clock.instant(), KEPT_FOR)
                .map(commit -> new OpenSearchSnapshot(cluster, commit, now.index(), answers));
    }

    @Override
    public synchronized ImportSession beginImport() {
        if (running != null) {
            throw new ImportRunningException();
        }
        Lease lease = Lease.acquire(cluster.documents(), IMPORT, settings.leaseTime())
                .orElseThrow(ImportRunningException::new);
        try {
            ClusterState served = cluster.state();
            take(served);
            running = new OpenSearchImportSession(
                    cluster, lease, served, clock.instant(), new OpenSearchImportSession.Listener() {
                        @Override
                        public void committed(ClusterState next) {
                            take(next);
                        }

                        @Override
                        public void ended() {
                            importEnded();
                        }
                    });
            return running;
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private synchronized void importEnded() {
        running = null;
    }

    @Override
    public void onCommit(Runnable action) {
        onCommit.add(action);
    }

    @Override
    public boolean isReachable() {
        return System.nanoTime() - reached < LOST.toNanos();
    }

    /** Undoes an import that is running and has not committed, waits for one that is committing. */
    @Override
    public void close() {
        looking.shutdownNow();
        ImportSession unfinished;
        synchronized (this) {
            unfinished = running;
        }
        if (unfinished != null) {
            unfinished.close();
        }
    }
}
