package org.w3id.materia.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a data directory to one process. The operating system lets go of it when the process ends, however it ends. (Lucene's
 * own lock is held just while its writer is open, which is not between imports.)
 */
public final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks the directory, which is made where it is absent.
     *
     * @throws UnusableStoreException where another process, or this one, holds it
     * @throws UncheckedIOException where it cannot be written
     */
    public static DirectoryLock acquire(Path directory) {
        return acquire(
                directory,
                "materia.lock",
                "The data directory " + directory.toAbsolutePath()
                        + " is in use by another Materia. Stop that one, or name another directory.");
    }

    /**
     * Keeps others from loading into the directory, but not from serving what is there.
     *
     * @throws UnusableStoreException where another process, or this one, loads into it
     * @throws UncheckedIOException where it cannot be written
     */
    public static DirectoryLock acquireForLoad(Path directory) {
        return acquire(
                directory,
                "materia-load.lock",
                "Another load into " + directory.toAbsolutePath() + " is under way. Wait until it has ended.");
    }

    private static DirectoryLock acquire(Path directory, String name, String inUse) {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw new UnusableStoreException(inUse);
            }
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write to the data directory " + directory.toAbsolutePath() + ": " + e, e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // This process holds it.
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
