package org.w3id.materia.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of all jobs, each named by its job's id. */
final class JobFolders {
    private static final Logger LOG = LoggerFactory.getLogger(JobFolders.class);

    private final Path directory;

    /** @param directory made where it is absent; nothing else is kept in it */
    JobFolders(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + directory.toAbsolutePath() + ": " + e, e);
        }
    }

    /** The jobs that were there when the last process ended. What is no whole job is removed. */
    List<ExportJob> read() {
        List<ExportJob> jobs = new ArrayList<>();
        for (Path folder : list(directory)) {
            try {
                jobs.add(JobFile.read(folder));
            } catch (IOException e) {
                LOG.warn("An export that cannot be read is removed: {}", e.toString());
                remove(folder.getFileName().toString());
            }
        }
        return jobs;
    }

    Path of(String id) {
        return directory.resolve(id);
    }

    void write(ExportJob job) throws IOException {
        JobFile.write(Files.createDirectories(of(job.id())), job);
    }

    /** Takes away what an earlier run has written. */
    void clear(String id) throws IOException {
        for (Path file : list(of(id))) {
            if (!file.getFileName().toString().equals(JobFile.NAME)) {
                Files.delete(file);
            }
        }
    }

    /** The state goes first: a folder without it is no job, whatever else is still in it. */
    void remove(String id) {
        try {
            Files.deleteIfExists(of(id).resolve(JobFile.NAME));
            clear(id);
            Files.deleteIfExists(of(id));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The files of the export {} stay until the next start: {}", id, e.toString());
        }
    }

    /** Removes all other folders. */
    void keepOnly(Set<String> ids) {
        for (Path folder : list(directory)) {
            String id = folder.getFileName().toString();
            if (!ids.contains(id)) {
                remove(id);
            }
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
