package org.w3id.materia.store.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.lucene.query.HitOrder;

/** The folder of the index's files: made where it is absent, checked, and tidied of what an import that was killed left. */
final class IndexDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(IndexDirectory.class);
    private static final double LARGEST_BUFFER_MIB = 128;
    private static final double SHARE_OF_HEAP = 1.0 / 8;

    private IndexDirectory() {}

    /**
     * Opens the index; afterwards there is a commit in it.
     *
     * @throws UnusableStoreException where it is not ours
     * @throws IOException where it cannot be read; {@link #explained} says more
     */
    static Directory open(Path path) throws IOException {
        Files.createDirectories(path);
        Directory directory = FSDirectory.open(path);
        try {
            prepare(directory, path);
            return directory;
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static void prepare(Directory directory, Path path) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            refuseForeignFiles(path);
        } else {
            Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
            if (!CommitData.isOurs(data)) {
                throw foreign(path, "a Lucene index of another program");
            }
            if (!CommitData.isThisFormat(data)) {
                LOG.warn("The index in {} has the layout of another version; it is built anew.", path);
                deleteAll(directory);
            }
        }
        // Opening the writer deletes the files that no commit names.
        IndexWriter writer = writer(directory);
        try {
            if (!DirectoryReader.indexExists(directory)) {
                writer.setLiveCommitData(CommitData.first().toMap().entrySet());
                writer.commit();
            }
        } finally {
            writer.rollback();
        }
    }

    /**
     * A writer for one import. Documents are sorted by key within each segment, so that the first page of a search needs no
     * look at the rest.
     */
    static IndexWriter writer(Directory directory) throws IOException {
        double heap = Runtime.getRuntime().maxMemory() / (1024.0 * 1024.0);
        IndexWriterConfig config = new IndexWriterConfig();
        config.setIndexSort(HitOrder.BY_KEY);
        config.setRAMBufferSizeMB(Math.min(LARGEST_BUFFER_MIB, heap * SHARE_OF_HEAP));
        return new IndexWriter(directory, config);
    }

    private static void deleteAll(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            directory.deleteFile(file);
        }
    }

    private static void refuseForeignFiles(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            files.map(f -> f.getFileName().toString())
                    .filter(name -> !isLucene(name))
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw foreign(path, "'" + name + "', which is not part of an index");
                    });
        }
    }

    /** What an import may leave that was killed before the first commit. */
    private static boolean isLucene(String name) {
        return IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()
                || name.startsWith(IndexFileNames.PENDING_SEGMENTS)
                || name.equals(IndexWriter.WRITE_LOCK_NAME);
    }

    /** A failure to open, for a person. */
    static RuntimeException explained(Path path, IOException failure) {
        return isDamage(failure)
                ? new UnusableStoreException(
                        "The index in " + path.toAbsolutePath() + " cannot be read (" + failure.getMessage()
                                + "). It is made from the monographs: delete the folder, and the next start builds it anew.",
                        failure)
                : new UncheckedIOException(
                        "Cannot open the index in " + path.toAbsolutePath() + ": " + failure, failure);
    }

    private static boolean isDamage(IOException e) {
        return e instanceof CorruptIndexException
                || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof EOFException
                || e instanceof NoSuchFileException
                || e instanceof FileNotFoundException;
    }

    private static UnusableStoreException foreign(Path path, String what) {
        return new UnusableStoreException(path.toAbsolutePath() + " holds " + what
                + ". Name another data directory; nothing has been changed in this one.");
    }
}
