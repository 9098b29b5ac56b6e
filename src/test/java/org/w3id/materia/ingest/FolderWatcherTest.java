package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every call of the watcher takes down which files there are; a test waits until it sees what it made. */
class FolderWatcherTest {
    private static final Duration QUIET = Duration.ofMillis(20);

    /** A machine under load may be slow; a watcher that misses a change never gets there. */
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path parent;

    private Path folder;
    private final BlockingQueue<Set<String>> seen = new LinkedBlockingQueue<>();
    private FolderWatcher watcher;

    @BeforeEach
    void watch() throws IOException {
        folder = Files.createDirectories(parent.resolve("monographs"));
        Files.createDirectories(folder.resolve("old"));
        watcher = FolderWatcher.watch(List.of(folder), QUIET, this::look);
    }

    @AfterEach
    void close() {
        watcher.close();
    }

    @Test
    void newFileIsSeen() throws Exception {
        Files.writeString(folder.resolve("a.md"), "one");
        await("a.md=one");
    }

    @Test
    void changeInASubfolderIsSeen() throws Exception {
        Files.writeString(folder.resolve("old/a.md"), "one");
        await("a.md=one");
        Files.writeString(folder.resolve("old/a.md"), "two");
        await("a.md=two");
    }

    @Test
    void saveByRenamingIsSeen() throws Exception {
        Files.writeString(folder.resolve("a.md"), "one");
        await("a.md=one");
        Files.writeString(folder.resolve("a.md~"), "two");
        Files.move(folder.resolve("a.md~"), folder.resolve("a.md"), StandardCopyOption.ATOMIC_MOVE);
        await("a.md=two");
    }

    @Test
    void changeInANewSubfolderIsSeen() throws Exception {
        Files.createDirectories(folder.resolve("new/deep/deeper"));
        Files.writeString(folder.resolve("new/deep/deeper/a.md"), "one");
        await("a.md=one");
        Files.writeString(folder.resolve("new/deep/deeper/a.md"), "two");
        await("a.md=two");
        Files.writeString(folder.resolve("new/deep/b.md"), "three");
        await("a.md=two", "b.md=three");
    }

    @Test
    void deletionIsSeen() throws Exception {
        Files.writeString(folder.resolve("a.md"), "one");
        await("a.md=one");
        Files.delete(folder.resolve("a.md"));
        await();
    }

    @Test
    void folderThatComesBackIsWatchedAgain() throws Exception {
        Files.writeString(folder.resolve("a.md"), "one");
        await("a.md=one");
        deleteAll(folder);
        await("no folder");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("b.md"), "two");
        await("b.md=two");
        Files.writeString(folder.resolve("b.md"), "three");
        await("b.md=three");
    }

    @Test
    void failureOfTheCallDoesNotEndTheWatching() throws Exception {
        watcher.close();
        AtomicBoolean failed = new AtomicBoolean();
        watcher = FolderWatcher.watch(List.of(folder), QUIET, () -> {
            look();
            if (failed.compareAndSet(false, true)) {
                throw new IllegalStateException("as the test wants it");
            }
        });
        Files.writeString(folder.resolve("a.md"), "one");
        await("a.md=one");
        Files.writeString(folder.resolve("a.md"), "two");
        await("a.md=two");
    }

    @Test
    void changeAfterClosingIsNotSeen() throws Exception {
        watcher.close();
        Files.writeString(folder.resolve("a.md"), "one");
        assertThat(seen).isEmpty();
    }

    private void look() {
        Set<String> files = new TreeSet<>();
        try {
            for (MonographFile file : MonographFolders.list(List.of(folder)).files()) {
                files.add(file.file().getFileName() + "=" + Files.readString(file.file()));
            }
        } catch (UnusableFolderException e) {
            files.add("no folder");
        } catch (IOException e) {
            return; // A file went away between being listed and being read: another call follows.
        }
        seen.add(files);
    }

    private void await(String... files) throws InterruptedException {
        Set<String> last = Set.of("nothing");
        while (!last.equals(Set.of(files))) {
            Set<String> next = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("call after " + last).isNotNull();
            last = next;
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
