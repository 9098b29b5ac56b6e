package org.w3id.materia.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.SharedWork;

/**
 * Exports of all processes on a cluster, which keeps them and their files, compressed. A process writes into its own directory, puts the
 * files into the cluster, and enters them; each other one copies a file when it is asked for it. What lies in the directory is a copy and no
 * more: it begins empty.
 */
final class SharedJobs implements Jobs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PART = ".part";

    private final SharedWork work;
    private final JobFolders copies;
    private final Set<String> written = new HashSet<>();
    private volatile Map<String, Entry> seen = Map.of();

    /** Of which jobs files may be there; null where of others too. */
    private volatile Set<String> tidied;

    /**
     * What all know of a job.
     *
     * @param run the attempt that ended it, which its files are named after; two that write the same job never mix theirs
     * @param files by their names
     */
    private record Entry(ExportJob job, String run, Map<String, ContentDigest> files) {
        String toJson() {
            ObjectNode json = JobJson.of(job).put("run", run);
            ObjectNode named = json.putObject("copies");
            files.forEach((name, content) ->
                    named.putObject(name).put("length", content.length()).put("digest", content.sha256()));
            return json.toString();
        }

        static Entry of(String id, String text) {
            try {
                JsonNode json = JSON.readTree(text);
                Map<String, ContentDigest> files = new TreeMap<>();
                json.required("copies")
                        .properties()
                        .forEach(file -> files.put(
                                file.getKey(),
                                new ContentDigest(
                                        file.getValue().required("length").longValue(),
                                        file.getValue().required("digest").textValue())));
                return new Entry(JobJson.job(id, json), json.required("run").textValue(), files);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("The register of exports is damaged.", e);
            }
        }
    }

    /** @param directory for copies and what is being written; what lies there is removed */
    SharedJobs(SharedWork work, Path directory) {
        this.work = work;
        this.copies = new JobFolders(directory);
        copies.keepOnly(Set.of());
    }

    @Override
    public Map<String, ExportJob> all() {
        Map<String, ExportJob> jobs = new TreeMap<>();
        entries().forEach((id, entry) -> jobs.put(id, entry.job()));
        return jobs;
    }

    private Map<String, Entry> entries() {
        Map<String, Entry> entries = new TreeMap<>();
        work.register().forEach((id, text) -> entries.put(id, Entry.of(id, text)));
        seen = entries;
        return entries;
    }

    @Override
    public Optional<Writing> add(ExportJob job, int most) {
        // Before others can see it, or one of them might take it up.
        Optional<SharedWork.Claim> claim = work.claim(job.id());
        try {
            String text = new Entry(job, "", Map.of()).toJson();
            work.change(all -> {
                if (all.size() < most) {
                    all.putIfAbsent(job.id(), text);
                }
                return all;
            });
            if (entries().containsKey(job.id())) {
                return claim.map(held -> new InCluster(job, held));
            }
        } catch (RuntimeException e) {
            claim.ifPresent(SharedWork.Claim::close);
            throw e;
        }
        claim.ifPresent(SharedWork.Claim::close);
        return Optional.empty();
    }

    @Override
    public Optional<Writing> takeUp(ExportJob job) {
        Optional<SharedWork.Claim> claim = work.claim(job.id());
        // Who had it may have ended it since the caller has looked.
        boolean waits = claim.isPresent()
                && Optional.ofNullable(entries().get(job.id()))
                        .filter(entry -> entry.job().result().isEmpty())
                        .isPresent();
        if (!waits) {
            claim.ifPresent(SharedWork.Claim::close);
            return Optional.empty();
        }
        return Optional.of(new InCluster(job, claim.get()));
    }

    @Override
    public void remove(String id) {
        work.change(all -> {
            all.remove(id);
            return all;
        });
        tidied = null;
    }

    @Override
    public String whereItIs() {
        return "written by another server, or waiting for one";
    }

    @Override
    public Path file(ExportJob job, String name) throws IOException {
        Entry entry = Optional.ofNullable(seen.get(job.id())).orElseThrow(() -> removed(job));
        Path file = copies.of(entry.run()).resolve(name);
        if (!Files.exists(file)) {
            copy(entry, name, file);
        }
        return file;
    }

    private static Failure removed(ExportJob job) {
        return Failure.notFound("The export '" + job.id() + "' has been removed.");
    }

    /** One at a time: two that ask for the same need one copy. */
    private synchronized void copy(Entry entry, String name, Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(name + PART);
        if (name.endsWith(ExportFile.GZIP)) {
            fetch(entry, name, part);
        } else {
            Path compressed = file.resolveSibling(name + ExportFile.GZIP);
            copy(entry, compressed.getFileName().toString(), compressed);
            try (InputStream in = new GZIPInputStream(Files.newInputStream(compressed), 1 << 16)) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void fetch(Entry entry, String name, Path to) throws IOException {
        ContentDigest content = entry.files().get(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            if (!work.read(entry.job().id(), entry.run() + "~" + name, content.length(), out)) {
                throw removed(entry.job());
            }
        }
        if (!ContentDigest.of(to).equals(content)) {
            throw new IOException(name + " has come with another content than it was put with");
        }
    }

    @Override
    public void tidy() {
        Map<String, Entry> now = entries();
        synchronized (this) {
            Set<String> runs = new HashSet<>(written);
            now.values().forEach(entry -> runs.add(entry.run()));
            copies.keepOnly(runs);
        }
        Set<String> before = tidied;
        boolean isTidy = before != null && now.keySet().containsAll(before);
        if (isTidy || work.keepOnly(() -> entries().keySet())) {
            tidied = now.keySet();
        }
    }

    private synchronized void begins(String run) {
        written.add(run);
    }

    private synchronized void ends(String run, boolean isEntered) {
        written.remove(run);
        if (!isEntered) {
            copies.remove(run);
        }
    }

    private final class InCluster implements Writing {
        private final ExportJob job;
        private final SharedWork.Claim claim;
        private final String run = UUID.randomUUID().toString();
        private boolean isEntered;

        InCluster(ExportJob job, SharedWork.Claim claim) {
            this.job = job;
            this.claim = claim;
            begins(run);
        }

        @Override
        public Path folder() throws IOException {
            return Files.createDirectories(copies.of(run));
        }

        @Override
        public void end(ExportResult result) throws IOException {
            Map<String, ContentDigest> files = new TreeMap<>();
            for (String name : compressed(result)) {
                if (!claim.isHeld()) {
                    throw Failure.unavailable("Another server may have taken the export up.");
                }
                Path file = copies.of(run).resolve(name);
                work.put(job.id(), run + "~" + name, file);
                files.put(name, ContentDigest.of(file));
            }
            Entry ended = new Entry(job.finished(result), run, files);
            String text = ended.toJson();
            work.change(all -> {
                // The first that ends it does, as clients may have its files already.
                all.computeIfPresent(
                        job.id(),
                        (id, before) -> Entry.of(id, before).job().result().isPresent() ? before : text);
                return all;
            });
            Optional<Entry> entered = Optional.ofNullable(entries().get(job.id()));
            isEntered = entered.filter(entry -> entry.run().equals(run)).isPresent();
            if (entered.isEmpty()) {
                tidied = null; // It was removed, perhaps before its files came.
            }
        }

        private static List<String> compressed(ExportResult result) {
            List<ExportFile> files = new ArrayList<>(result.files());
            result.deleted().ifPresent(files::add);
            return files.stream().map(file -> file.name() + ExportFile.GZIP).toList();
        }

        @Override
        public void close() {
            ends(run, isEntered);
            claim.close();
        }
    }
}
