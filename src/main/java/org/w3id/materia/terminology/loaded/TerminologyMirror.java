package org.w3id.materia.terminology.loaded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.DaemonThreads;
import org.w3id.materia.model.Failure;
import org.w3id.materia.terminology.SharedFolder;
import org.w3id.materia.terminology.SharedFolder.Contents;
import org.w3id.materia.terminology.SharedFolder.SharedFile;

/** Keeps the terminologies of a data directory, which no other process has, as they are in a shared folder. */
public final class TerminologyMirror implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TerminologyMirror.class);
    private static final long LOOK_MILLISECONDS = 1000;

    private final SharedFolder shared;
    private final LoadedTerminologies own;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("terminology-mirror"));
    private long version = -1;
    private String trouble = "";

    TerminologyMirror(SharedFolder shared, LoadedTerminologies own) {
        this.shared = shared;
        this.own = own;
    }

    /**
     * Brings the data directory to what is shared now. Readers find what was there or what is, and nothing between.
     *
     * @return whether another version is there than before
     * @throws UncheckedIOException where it cannot be written, or what comes is damaged; what was there stays
     */
    public synchronized boolean update() {
        if (shared.version() == version) {
            return false;
        }
        try {
            Contents now = shared.contents();
            while (!copy(now)) {
                now = later(now);
            }
            version = now.version();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot bring the terminologies in " + own.folder() + " up to date: " + e, e);
        }
    }

    /** What has replaced a version of which something is no longer there. */
    private Contents later(Contents incomplete) throws IOException {
        Contents now = shared.contents();
        if (now.version() == incomplete.version()) {
            throw new IOException("what is shared is not complete");
        }
        return now;
    }

    private boolean copy(Contents contents) throws IOException {
        Path folder = own.folder();
        Catalogue catalogue = SharedTerminologies.catalogue(contents);
        for (Map.Entry<String, List<SharedFile>> entry : contents.entries().entrySet()) {
            EntryFiles copy =
                    new EntryFiles(folder.resolve(Path.of(entry.getKey()).getFileName()));
            if (!copy.has(entry.getValue()) && !copy.copy(entry.getKey(), entry.getValue(), shared)) {
                return false;
            }
        }
        catalogue.write(folder);
        own.sweep(catalogue);
        return true;
    }

    /**
     * Looks every second from now on.
     *
     * @param changed called when another version is there
     */
    public void follow(Runnable changed) {
        var unused = looking.scheduleWithFixedDelay( // A look that fails is logged by itself.
                () -> look(changed), LOOK_MILLISECONDS, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void look(Runnable changed) {
        try {
            if (update()) {
                changed.run();
            }
            trouble = "";
        } catch (Failure e) {
            LOG.debug("What is shared is not known anew: {}", e.getMessage());
        } catch (RuntimeException e) {
            if (!String.valueOf(e.getMessage()).equals(trouble)) { // Else it would be said every second.
                LOG.warn("The terminologies stay as they are", e);
            }
            trouble = String.valueOf(e.getMessage());
        }
    }

    /** Ends looking, after the call that may be running. */
    @Override
    public void close() {
        looking.shutdown();
        try {
            looking.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
