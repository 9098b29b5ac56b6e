package org.w3id.materia.store.lucene.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.w3id.materia.store.DirectoryLock;
import org.w3id.materia.store.UnusableStoreException;

/**
 * Copies a data directory into an archive, also while it is served and imported into: files of an index are written once and never
 * changed, so that a second name for each of the newest commit's files holds that commit, whatever is committed and dropped meanwhile.
 */
public final class Backup {
    private static final String HELD = ".backup";
    private static final int ATTEMPTS = 50;

    private final Path data;

    /** @param data the data directory */
    public Backup(Path data) {
        this.data = data;
    }

    /**
     * Writes the archive; one of that name is replaced once the new one is whole.
     *
     * @return what was copied, in bytes
     * @throws UnusableStoreException where there is nothing to copy, or a load is under way
     * @throws UncheckedIOException where the archive cannot be written; one that was there stays
     */
    public long to(Path archive) {
        if (!Files.isDirectory(data.resolve("index"))) {
            throw new UnusableStoreException("There is no index in " + data.toAbsolutePath() + " to copy.");
        }
        DirectoryLock lock = DirectoryLock.acquireForLoad(data);
        try {
            return holding(data.resolve(HELD), archive);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + archive.toAbsolutePath() + ": " + e, e);
        } finally {
            lock.close();
        }
    }

    private long holding(Path held, Path archive) throws IOException {
        try {
            hold(held);
            return write(held, archive);
        } finally {
            delete(held);
        }
    }

    private void hold(Path held) throws IOException {
        for (int attempt = 1; ; attempt++) {
            delete(held);
            try {
                holdIndex(Files.createDirectories(held.resolve("index")));
                break;
            } catch (NoSuchFileException | IndexNotFoundException e) { // The next commit has come between.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
        Path loaded = data.resolve("terminologies");
        if (Files.isDirectory(loaded)) {
            for (Path file : files(loaded)) {
                name(file, held.resolve("terminologies").resolve(loaded.relativize(file)));
            }
        }
    }

    private void holdIndex(Path held) throws IOException {
        Path index = data.resolve("index");
        try (Directory directory = FSDirectory.open(index)) {
            for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
                name(index.resolve(file), held.resolve(file));
            }
        }
    }

    /** Gives the file a second name, or copies it where the file system knows no such thing. */
    private static void name(Path file, Path second) throws IOException {
        Files.createDirectories(second.getParent());
        try {
            Files.createLink(second, file);
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, second);
        }
    }

    private static long write(Path held, Path archive) throws IOException {
        Path target = archive.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            long bytes;
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                bytes = write(held, new ZipOutputStream(out, StandardCharsets.UTF_8));
            }
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return bytes;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static long write(Path held, ZipOutputStream zip) throws IOException {
        zip.setLevel(Deflater.BEST_SPEED); // What is large is compressed already.
        List<ArchivedFile> written = new ArrayList<>();
        for (Path file : files(held)) {
            String name = held.relativize(file).toString().replace('\\', '/');
            zip.putNextEntry(new ZipEntry(name));
            try (InputStream content = Files.newInputStream(file)) {
                written.add(ArchivedFile.copy(name, content, zip));
            }
            zip.closeEntry();
        }
        zip.putNextEntry(new ZipEntry(ArchiveContents.NAME));
        zip.write(new ArchiveContents(written).text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        return written.stream().mapToLong(ArchivedFile::size).sum();
    }

    /** Those of all folders below, in an order of their own; what a load left unfinished is none. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.iterate(folder.relativize(file), p -> p != null, Path::getParent)
                            .noneMatch(p -> p.getFileName().toString().contains(".unfinished")))
                    .sorted()
                    .toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
