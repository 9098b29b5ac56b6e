package org.w3id.materia.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.DaemonThreads;

/**
 * Notices that something has changed in folders or below them, and says so once it has been quiet for a moment: an editor
 * saves by renaming, a version control system writes hundreds of files.
 *
 * <p>It says that, never what: the import compares the files itself, so neither lost nor doubled events matter. The JDK's
 * own service is enough for that. Where the operating system reports no changes (some network file systems), a restart
 * or any change in a local folder brings the import about.
 */
public final class FolderWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);
    private static final WatchEvent.Kind<?>[] EVERYTHING = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE, StandardWatchEventKinds.ENTRY_MODIFY
    };

    /** How long a stream of changes can put off the import, in multiples of the quiet time. */
    private static final int PATIENCE = 20;

    /** How often a folder that has gone is looked for. */
    private static final Duration LOST = Duration.ofSeconds(1);

    private final List<Path> roots;
    private final Duration quiet;
    private final Runnable changed;
    private final WatchService service;
    private final Map<Path, WatchKey> watched = new HashMap<>();
    private final Thread thread;
    private boolean complete;

    private FolderWatcher(List<Path> roots, Duration quiet, Runnable changed) throws IOException {
        this.roots = List.copyOf(roots);
        this.quiet = quiet;
        this.changed = changed;
        this.service = FileSystems.getDefault().newWatchService();
        this.thread = DaemonThreads.named("folder-watcher").newThread(this::run);
    }

    /**
     * Begins to watch. Every change after this method has returned leads to a call of {@code changed}.
     *
     * @param roots the folders; one that goes away is watched again when it comes back
     * @param quiet how long nothing must happen before the call
     * @param changed called on the watcher's thread; what it throws is logged, and watching goes on
     */
    public static FolderWatcher watch(List<Path> roots, Duration quiet, Runnable changed) {
        try {
            FolderWatcher watcher = new FolderWatcher(roots, quiet, changed);
            watcher.register();
            watcher.thread.start();
            return watcher;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot watch " + roots + ": " + e, e);
        }
    }

    private void run() {
        try {
            while (true) {
                if (await()) {
                    settle();
                    register();
                    call();
                }
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("no longer watching {}", roots);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a change; where a folder is lost, for its return. */
    private boolean await() throws InterruptedException {
        if (complete) {
            drain(service.take());
            return true;
        }
        WatchKey key = service.poll(LOST.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            drain(key);
            return true;
        }
        register();
        return complete;
    }

    private void settle() throws InterruptedException {
        long end = System.nanoTime() + quiet.multipliedBy(PATIENCE).toNanos();
        while (System.nanoTime() < end) {
            WatchKey key = service.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
            if (key == null) {
                return;
            }
            drain(key);
        }
    }

    private void drain(WatchKey key) {
        key.pollEvents();
        if (!key.reset()) {
            watched.values().remove(key);
        }
    }

    /** Watches every folder there is; again where some were new, because more may have come into them meanwhile. */
    private void register() {
        boolean more = true;
        while (more) {
            more = false;
            try {
                for (Path folder : MonographFolders.list(roots).folders()) {
                    more |= register(folder);
                }
                complete = true;
            } catch (UnusableFolderException e) {
                complete = false;
                LOG.debug("not all is watched", e);
            }
        }
    }

    private boolean register(Path folder) {
        try {
            // For a folder that is watched already the service gives the key that it has.
            WatchKey key = folder.register(service, EVERYTHING);
            return !key.equals(watched.put(folder, key));
        } catch (NoSuchFileException | NotDirectoryException e) {
            LOG.debug("{} has gone before it could be watched", folder);
            return false;
        } catch (IOException e) {
            LOG.warn("{} cannot be watched; changes in it are seen with the next change elsewhere", folder, e);
            return false;
        }
    }

    private void call() {
        try {
            changed.run();
        } catch (RuntimeException e) {
            LOG.error("Could not follow a change in {}", roots, e);
        }
    }

    /** Stops, after the call that may be running. */
    @Override
    public void close() {
        try {
            service.close();
            if (Thread.currentThread() != thread) {
                thread.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
