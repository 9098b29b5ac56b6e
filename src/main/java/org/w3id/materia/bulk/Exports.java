package org.w3id.materia.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.DaemonThreads;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/**
 * Every export that was asked for and is not yet removed. Jobs lie on disk, so that they outlive the process: finished
 * ones are there again after a restart, one that was running is begun again. Safe for several threads.
 */
public final class Exports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final KnowledgeBase knowledge;
    private final ExportLimits limits;
    private final InstantSource clock;
    private final JobFolders folders;
    private final ExecutorService workers;
    private final Map<String, ExportJob> jobs = new HashMap<>();
    private final Map<String, ExportRun> running = new HashMap<>();
    private boolean closed;

    private Exports(JobFolders folders, KnowledgeBase knowledge, ExportLimits limits, InstantSource clock) {
        this.folders = folders;
        this.knowledge = knowledge;
        this.limits = limits;
        this.clock = clock;
        workers = Executors.newFixedThreadPool(limits.concurrent(), DaemonThreads.named("export"));
        folders.read().forEach(job -> jobs.put(job.id(), job));
    }

    /**
     * Finds the jobs that are in {@code directory}; those that had not come to their end wait for {@link #resume()}.
     *
     * @throws UncheckedIOException where the directory cannot be read or written
     */
    public static Exports open(Path directory, KnowledgeBase knowledge, ExportLimits limits, InstantSource clock) {
        return new Exports(new JobFolders(directory), knowledge, limits, clock);
    }

    /** Begins those jobs again that the last process left unfinished, from the newest content. */
    public synchronized void resume() {
        jobs.values().stream()
                .filter(job -> job.result().isEmpty() && !closed && !running.containsKey(job.id()))
                .toList()
                .forEach(this::begin);
    }

    /**
     * Begins an export.
     *
     * @throws Failure busy where as many as may be run or are kept, or there is no content yet
     * @throws UncheckedIOException where the job cannot be written
     */
    public synchronized ExportJob submit(ExportRequest request) {
        removeExpired();
        checkContent();
        if (running.size() >= limits.concurrent()) {
            throw Failure.busy("There are " + running.size()
                    + " exports running, as many as this server runs at a time. Try again later.");
        }
        if (jobs.size() >= limits.kept()) {
            throw Failure.busy("There are " + jobs.size() + " exports, as many as this server keeps. Try again when one"
                    + " of them has been deleted or has expired, "
                    + limits.keptFor().toHours()
                    + " hours after its end.");
        }
        ExportJob job = new ExportJob(UUID.randomUUID().toString(), request, clock.instant(), Optional.empty());
        try {
            folders.write(job);
        } catch (IOException e) {
            folders.remove(job.id());
            throw new UncheckedIOException(e);
        }
        jobs.put(job.id(), job);
        begin(job);
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
    public synchronized ExportJob job(String id) {
        removeExpired();
        return Optional.ofNullable(jobs.get(id))
                .orElseThrow(() -> Failure.notFound(
                        "There is no export '" + id + "' on this server, or no longer: one is kept by the server that"
                                + " began it, for " + limits.keptFor().toHours()
                                + " hours after its end, unless it is deleted before."));
    }

    /** How far a job is that has not come to its end, in words. */
    public synchronized String progress(ExportJob job) {
        return Optional.ofNullable(running.get(job.id()))
                .map(ExportRun::progress)
                .orElse("waiting");
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
     */
    public Path file(String id, String name, boolean compressed) {
        boolean exists = job(id).result()
                .map(result -> Stream.concat(result.files().stream(), result.deleted().stream())
                        .anyMatch(file -> file.name().equals(name)))
                .orElse(false);
        if (!exists) {
            throw Failure.notFound("The export '" + id + "' has no file '" + name + "'.");
        }
        return folders.of(id).resolve(compressed ? name + ExportFile.GZIP : name);
    }

    /**
     * Ends a job, where it runs, and removes it.
     *
     * @throws Failure not found where there is no such job, or no longer
     */
    public synchronized void remove(String id) {
        job(id);
        jobs.remove(id);
        ExportRun run = running.get(id);
        if (run == null) {
            folders.remove(id);
        } else {
            run.stop(); // Which removes the folder when nothing is written to it any more.
        }
    }

    private void removeExpired() {
        Instant now = clock.instant();
        List<String> expired = new ArrayList<>();
        jobs.forEach((id, job) ->
                job.result().filter(result -> !expires(result).isAfter(now)).ifPresent(result -> expired.add(id)));
        expired.forEach(id -> {
            jobs.remove(id);
            folders.remove(id);
        });
    }

    private void begin(ExportJob job) {
        ExportRun run = new ExportRun(job.request(), folders.of(job.id()), limits.page());
        running.put(job.id(), run);
        workers.execute(() -> {
            Optional<ExportResult> result = Optional.empty();
            try {
                result = Optional.of(run(job, run));
            } catch (CancellationException e) {
                LOG.info("The export {} was stopped.", job.id());
            } finally {
                end(job, result);
            }
        });
    }

    private ExportResult run(ExportJob job, ExportRun run) {
        try (Snapshot snapshot = knowledge.snapshot()) {
            folders.clear(job.id());
            List<ExportFile> files = run.write(snapshot);
            return new ExportResult(clock.instant(), snapshot.committed(), files, run.writeDeleted(snapshot), false);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.error("The export {} failed", job.id(), e);
            return new ExportResult(clock.instant(), clock.instant(), List.of(), Optional.empty(), true);
        }
    }

    /** A job that was stopped by the server's end keeps its state, and is begun again. */
    private synchronized void end(ExportJob job, Optional<ExportResult> result) {
        running.remove(job.id());
        if (!jobs.containsKey(job.id())) {
            folders.remove(job.id());
        } else if (result.isPresent()) {
            ExportJob finished = job.finished(result.get());
            jobs.put(job.id(), finished);
            try {
                folders.write(finished);
            } catch (IOException e) {
                LOG.error("The end of the export {} could not be written; the next start begins it again", job.id(), e);
            }
        }
    }

    /** Stops what runs, at its next page, and waits for that: nothing reads the knowledge base behind this. */
    @Override
    public void close() {
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
