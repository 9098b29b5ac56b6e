package org.w3id.materia.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.DaemonThreads;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.SharedWork;
import org.w3id.materia.store.Snapshot;

/**
 * Every export that was asked for and is not yet removed. They outlive the process: finished ones are there again after a restart, one that
 * was running is begun again, in a cluster by whichever process sees first that nobody writes it any more. Safe for several threads.
 */
public final class Exports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Jobs jobs;
    private final KnowledgeBase knowledge;
    private final ExportLimits limits;
    private final InstantSource clock;
    private final ExecutorService workers;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("export-look"));
    private final Semaphore places;
    private final Map<String, ExportRun> running = new HashMap<>();
    private boolean closed;

    private Exports(Jobs jobs, KnowledgeBase knowledge, ExportLimits limits, InstantSource clock) {
        this.jobs = jobs;
        this.knowledge = knowledge;
        this.limits = limits;
        this.clock = clock;
        workers = Executors.newFixedThreadPool(limits.concurrent(), DaemonThreads.named("export"));
        places = new Semaphore(limits.concurrent());
    }

    /**
     * Those of one process alone: finds the jobs that are in {@code directory}; those that had not come to their end wait for {@link
     * #resume()}.
     *
     * @throws UncheckedIOException where the directory cannot be read or written
     */
    public static Exports open(Path directory, KnowledgeBase knowledge, ExportLimits limits, InstantSource clock) {
        return new Exports(new OwnJobs(directory), knowledge, limits, clock);
    }

    /**
     * Those of all processes that share the work; how many may be kept is meant of all together.
     *
     * @param directory for copies of their files; what lies there is removed
     * @throws UncheckedIOException where the directory cannot be read or written
     */
    public static Exports shared(
            SharedWork work, Path directory, KnowledgeBase knowledge, ExportLimits limits, InstantSource clock) {
        return new Exports(new SharedJobs(work, directory), knowledge, limits, clock);
    }

    /** Begins those jobs again that nobody writes, from the newest content, and looks for more of them from now on. */
    public void resume() {
        look();
        var unused = looking.scheduleWithFixedDelay( // A look that fails is logged by itself.
                this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Map<String, ExportRun> before = running();
            Map<String, ExportJob> now = current();
            // Another process may have removed what this one writes.
            before.keySet().removeAll(now.keySet());
            before.values().forEach(ExportRun::stop);
            now.values().stream()
                    .filter(job -> job.result().isEmpty())
                    .sorted(Comparator.comparing(ExportJob::submitted))
                    .forEach(this::takeUp);
            jobs.tidy();
        } catch (Failure e) {
            LOG.debug("Which exports there are is not known anew: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("Which exports there are is not known anew", e);
        }
    }

    private synchronized Map<String, ExportRun> running() {
        return new HashMap<>(running);
    }

    private void takeUp(ExportJob job) {
        if (running().containsKey(job.id()) || !places.tryAcquire()) {
            return;
        }
        Optional<Jobs.Writing> writing = Optional.empty();
        try {
            writing = jobs.takeUp(job);
        } finally {
            if (writing.isEmpty()) {
                places.release();
            }
        }
        writing.ifPresent(w -> {
            LOG.info("The export {} is begun again.", job.id());
            begin(job, w);
        });
    }

    /**
     * Begins an export.
     *
     * @throws Failure busy where as many as may be run or are kept, or there is no content yet
     * @throws UncheckedIOException where the job cannot be written
     */
    public ExportJob submit(ExportRequest request) {
        current();
        checkContent();
        if (!places.tryAcquire()) {
            throw Failure.busy("There are " + limits.concurrent()
                    + " exports running, as many as this server runs at a time. Try again later.");
        }
        ExportJob job = new ExportJob(UUID.randomUUID().toString(), request, clock.instant(), Optional.empty());
        Optional<Jobs.Writing> writing = Optional.empty();
        try {
            writing = jobs.add(job, limits.kept());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (writing.isEmpty()) {
                places.release();
            }
        }
        begin(
                job,
                writing.orElseThrow(() -> Failure.busy("There are " + limits.kept()
                        + " exports, as many as are kept. Try again when one of them has been deleted or has expired, "
                        + limits.keptFor().toHours() + " hours after its end.")));
        return job;
    }

    private void checkContent() {
        try (Snapshot snapshot = knowledge.snapshot()) {
            if (snapshot.counts().isEmpty()) {
                throw Failure.busy("There is nothing to export yet: the first import is not complete.");
            }
        }
    }

    /** @throws Failure not found where there is no such job, or no longer */
    public ExportJob job(String id) {
        return Optional.ofNullable(current().get(id))
                .orElseThrow(() -> Failure.notFound("There is no export '" + id + "', or no longer: one is kept for "
                        + limits.keptFor().toHours() + " hours after its end, unless it is deleted before."));
    }

    /** How far a job is that has not come to its end, in words. */
    public synchronized String progress(ExportJob job) {
        return Optional.ofNullable(running.get(job.id()))
                .map(ExportRun::progress)
                .orElse(jobs.whereItIs());
    }

    /** When a job's files are removed. */
    public Instant expires(ExportResult result) {
        return result.finished().plus(limits.keptFor());
    }

    /**
     * Where a file of a finished job lies.
     *
     * @param compressed in gzip's format
     * @throws Failure not found where there is no such job or file
     * @throws UncheckedIOException where it cannot be had
     */
    public Path file(String id, String name, boolean compressed) {
        ExportJob job = job(id);
        boolean exists = job.result()
                .map(result -> Stream.concat(result.files().stream(), result.deleted().stream())
                        .anyMatch(file -> file.name().equals(name)))
                .orElse(false);
        if (!exists) {
            throw Failure.notFound("The export '" + id + "' has no file '" + name + "'.");
        }
        try {
            return jobs.file(job, compressed ? name + ExportFile.GZIP : name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends a job, where it runs, and removes it.
     *
     * @throws Failure not found where there is no such job, or no longer
     */
    public void remove(String id) {
        job(id);
        jobs.remove(id);
        synchronized (this) {
            Optional.ofNullable(running.get(id)).ifPresent(ExportRun::stop);
        }
    }

    /** Those that have not expired; the others are removed. */
    private Map<String, ExportJob> current() {
        Instant now = clock.instant();
        Map<String, ExportJob> current = new HashMap<>(jobs.all());
        current.values().removeIf(job -> {
            boolean expired =
                    job.result().filter(result -> !expires(result).isAfter(now)).isPresent();
            if (expired) {
                jobs.remove(job.id());
            }
            return expired;
        });
        return current;
    }

    private synchronized void begin(ExportJob job, Jobs.Writing writing) {
        if (closed) {
            writing.close();
            return;
        }
        ExportRun run = new ExportRun(job.request(), limits.page());
        running.put(job.id(), run);
        workers.execute(() -> {
            try (writing) {
                ExportResult result = write(job, run, writing);
                writing.end(result);
            } catch (CancellationException e) {
                LOG.info("The export {} was stopped.", job.id());
            } catch (Failure e) {
                LOG.warn("The export {} is to be begun again: {}", job.id(), e.getMessage());
            } catch (IOException | RuntimeException e) {
                LOG.error("The end of the export {} could not be written; it is begun again", job.id(), e);
            } finally {
                ended(job);
            }
        });
    }

    private synchronized void ended(ExportJob job) {
        running.remove(job.id());
    }

    /** @throws Failure unavailable where the store is, for a while: the job is to be begun again */
    private ExportResult write(ExportJob job, ExportRun run, Jobs.Writing writing) {
        try (Snapshot snapshot = knowledge.snapshot()) {
            Path folder = writing.folder();
            List<ExportFile> files = run.write(snapshot, folder);
            Optional<ExportFile> deleted = run.writeDeleted(snapshot, folder);
            return new ExportResult(clock.instant(), snapshot.committed(), files, deleted, false);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (e instanceof Failure failure && failure.category() == Failure.Category.UNAVAILABLE) {
                throw failure;
            }
            LOG.error("The export {} failed", job.id(), e);
            return new ExportResult(clock.instant(), clock.instant(), List.of(), Optional.empty(), true);
        } finally {
            places.release(); // The next may begin before all have this one.
        }
    }

    /** Stops what runs, at its next page, and waits for that: nothing reads the knowledge base behind this. */
    @Override
    public void close() {
        looking.shutdown();
        synchronized (this) {
            closed = true;
            running.values().forEach(ExportRun::stop);
            workers.shutdown();
        }
        try {
            if (!workers.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("An export did not stop in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
