package org.w3id.materia.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Exports of one process alone, in a directory that outlives it. */
final class OwnJobs implements Jobs {
    private final JobFolders folders;
    private final Map<String, ExportJob> jobs = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    OwnJobs(Path directory) {
        folders = new JobFolders(directory);
        folders.read().forEach(job -> jobs.put(job.id(), job));
    }

    @Override
    public synchronized Map<String, ExportJob> all() {
        return Map.copyOf(jobs);
    }

    @Override
    public synchronized Optional<Writing> add(ExportJob job, int most) throws IOException {
        if (jobs.size() >= most) {
            return Optional.empty();
        }
        try {
            folders.write(job);
        } catch (IOException e) {
            folders.remove(job.id());
            throw e;
        }
        jobs.put(job.id(), job);
        return takeUp(job);
    }

    @Override
    public synchronized Optional<Writing> takeUp(ExportJob job) {
        if (!jobs.containsKey(job.id()) || !written.add(job.id())) {
            return Optional.empty();
        }
        return Optional.of(new InFolder(job));
    }

    @Override
    public synchronized void remove(String id) {
        jobs.remove(id);
        if (!written.contains(id)) {
            folders.remove(id);
        }
    }

    @Override
    public String whereItIs() {
        return "waiting";
    }

    @Override
    public Path file(ExportJob job, String name) {
        return folders.of(job.id()).resolve(name);
    }

    @Override
    public void tidy() {
        // What belongs to none was removed at the start.
    }

    private final class InFolder implements Writing {
        private final ExportJob job;

        InFolder(ExportJob job) {
            this.job = job;
        }

        @Override
        public Path folder() throws IOException {
            folders.clear(job.id());
            return folders.of(job.id());
        }

        @Override
        public void end(ExportResult result) throws IOException {
            synchronized (OwnJobs.this) {
                if (jobs.containsKey(job.id())) {
                    ExportJob finished = job.finished(result);
                    jobs.put(job.id(), finished);
                    folders.write(finished);
                }
            }
        }

        @Override
        public void close() {
            synchronized (OwnJobs.this) {
                written.remove(job.id());
                if (!jobs.containsKey(job.id())) {
                    folders.remove(job.id());
                }
            }
        }
    }
}
