package org.w3id.materia.store.lucene.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.w3id.materia.store.DirectoryLock;
import org.w3id.materia.store.UnusableStoreException;

/** Puts an archive back into a data directory that holds nothing yet: all of it, once every file has been held against its checksum. */
public final class Restore {
    private static final String UNFINISHED = ".restore";
    private static final List<String> FOLDERS = List.of("terminologies", "index");

    private final Path data;

    /** @param data the data directory, which need not exist */
    public Restore(Path data) {
        this.data = data;
    }

    /**
     * Puts the archive back.
     *
     * @return what was put back, in bytes
     * @throws UnusableBackupException where the archive is none, or damaged; nothing is changed then
     * @throws UnusableStoreException where the directory holds something already, or is in use
     * @throws UncheckedIOException where it cannot be written; what was written is taken back
     */
    public long from(Path archive) throws UnusableBackupException {
        DirectoryLock lock = DirectoryLock.acquire(data);
        try {
            DirectoryLock loads = DirectoryLock.acquireForLoad(data);
            try {
                return alone(archive);
            } finally {
                loads.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the data directory " + data.toAbsolutePath() + ": " + e, e);
        } finally {
            lock.close();
        }
    }

    private long alone(Path archive) throws IOException, UnusableBackupException {
        requireEmpty();
        Path unfinished = data.resolve(UNFINISHED);
        Backup.delete(unfinished);
        try {
            long bytes = extract(archive, unfinished);
            for (String folder : FOLDERS) {
                if (Files.exists(unfinished.resolve(folder))) {
                    Files.move(unfinished.resolve(folder), data.resolve(folder), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return bytes;
        } finally {
            Backup.delete(unfinished);
        }
    }

    private void requireEmpty() {
        for (String folder : FOLDERS) {
            if (Files.exists(data.resolve(folder))) {
                throw new UnusableStoreException("The data directory " + data.toAbsolutePath() + " holds '" + folder
                        + "' already. Name another one, or move that away; nothing has been changed.");
            }
        }
    }

    private static long extract(Path archive, Path to) throws IOException, UnusableBackupException {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry list = zip.getEntry(ArchiveContents.NAME);
            if (list == null) {
                throw new UnusableBackupException("it has no list of contents");
            }
            ArchiveContents contents = ArchiveContents.parse(text(zip, list));
            requireNothingElse(zip, contents);
            long bytes = 0;
            for (ArchivedFile file : contents.files()) {
                extract(zip, file, to.resolve(file.name()));
                bytes += file.size();
            }
            return bytes;
        } catch (ZipException e) {
            throw unusable(archive, "it is no whole archive (" + e.getMessage() + ")", e);
        } catch (UnusableBackupException e) {
            throw unusable(archive, e.getMessage(), e);
        }
    }

    private static UnusableBackupException unusable(Path archive, String reason, Exception cause) {
        return new UnusableBackupException(
                archive.toAbsolutePath() + " cannot be restored: " + reason + ". Nothing has been changed.", cause);
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void requireNothingElse(ZipFile zip, ArchiveContents contents) throws UnusableBackupException {
        Set<String> names = new HashSet<>(Set.of(ArchiveContents.NAME));
        contents.files().forEach(file -> names.add(file.name()));
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (!names.contains(name)) {
                throw new UnusableBackupException("it holds '" + name + "', which its list of contents does not name");
            }
        }
    }

    private static void extract(ZipFile zip, ArchivedFile file, Path to) throws IOException, UnusableBackupException {
        ZipEntry entry = zip.getEntry(file.name());
        if (entry == null) {
            throw new UnusableBackupException("'" + file.name() + "' is missing in it");
        }
        Files.createDirectories(to.getParent());
        ArchivedFile written;
        try (InputStream content = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(to)) {
            written = ArchivedFile.copy(file.name(), content, out);
        }
        if (!written.equals(file)) {
            throw new UnusableBackupException("'" + file.name() + "' is not what was copied");
        }
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
