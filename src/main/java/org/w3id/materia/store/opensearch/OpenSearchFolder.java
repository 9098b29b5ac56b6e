package org.w3id.materia.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterClient;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import org.w3id.materia.terminology.SharedFolder;

/**
 * A folder in a cluster: files in an index, a document beside them that has the catalogue and names them, and the right to change
 * these. All are asked for by their ids, so that what is written is there at once and nothing is searched.
 */
public final class OpenSearchFolder implements SharedFolder {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchFolder.class);

    /** Of the documents. */
    private static final int LAYOUT = 1;

    private static final String CATALOGUE = "catalogue";
    private static final String VERSION = "version";
    private static final String LOAD = "load";

    private final FileParts files;
    private final WholeDocuments documents;
    private final Duration leaseTime;

    private OpenSearchFolder(ClusterSettings settings, String name) {
        this.files = new FileParts(new ClusterClient(settings), settings.prefix() + "-" + name + "-" + LAYOUT);
        this.documents = files.documents();
        this.leaseTime = settings.leaseTime();
    }

    /**
     * Opens the folder, an empty one where there is none yet.
     *
     * @param name small letters, digits and hyphens
     * @throws org.w3id.materia.store.UnusableStoreException where the cluster refuses what is needed
     * @throws org.w3id.materia.model.Failure unavailable where it does not answer
     */
    public static OpenSearchFolder open(ClusterSettings settings, String name) {
        OpenSearchFolder folder = new OpenSearchFolder(settings, name);
        Startup.await(folder::version);
        return folder;
    }

    @Override
    public long version() {
        return documents
                .getField(CATALOGUE, VERSION)
                .map(d -> version(d.source()))
                .orElse(0L);
    }

    private static long version(JsonNode source) {
        return source.path(VERSION).asLong();
    }

    @Override
    public Contents contents() {
        return documents.get(CATALOGUE).map(d -> contents(d.source())).orElse(Contents.NONE);
    }

    private static Contents contents(JsonNode source) {
        Map<String, List<SharedFile>> entries = new TreeMap<>();
        source.path("entries").properties().forEach(entry -> {
            List<SharedFile> files = new ArrayList<>();
            entry.getValue()
                    .forEach(file -> files.add(new SharedFile(
                            file.path("path").asText(),
                            file.path("length").asLong(),
                            file.path("digest").asText())));
            entries.put(entry.getKey(), List.copyOf(files));
        });
        return new Contents(version(source), source.path(CATALOGUE).asText(), entries);
    }

    private static ObjectNode written(Contents contents) {
        ObjectNode source = Clauses.object().put(VERSION, contents.version()).put(CATALOGUE, contents.catalogue());
        ObjectNode entries = source.putObject("entries");
        contents.entries().forEach((name, files) -> {
            ArrayNode all = entries.putArray(name);
            files.forEach(file -> all.addObject()
                    .put("path", file.path())
                    .put("length", file.length())
                    .put("digest", file.digest()));
        });
        return source;
    }

    @Override
    public boolean read(String entry, SharedFile file, OutputStream to) throws IOException {
        return files.read(entry, file.path(), file.length(), to);
    }

    @Override
    public Optional<Change> change() {
        Optional<Lease> lease = Lease.acquire(documents, LOAD, leaseTime);
        try {
            return lease.map(Changing::new);
        } catch (RuntimeException e) {
            lease.ifPresent(Lease::close);
            throw e;
        }
    }

    /** A change, for as long as it has the lease. */
    private final class Changing implements Change {
        private final Lease lease;
        private WholeDocuments.Versioned base;
        private boolean isClean;

        Changing(Lease lease) {
            this.lease = lease;
            base = fenced();
            removeUnnamed();
        }

        /** Replaces the catalogue by the same, so that who held the lease before and has lost it cannot replace it any more. */
        private WholeDocuments.Versioned fenced() {
            Optional<WholeDocuments.Versioned> found = documents.get(CATALOGUE);
            ObjectNode same = written(
                    found.map(d -> OpenSearchFolder.contents(d.source())).orElse(Contents.NONE));
            documents.replace(CATALOGUE, found, same);
            return documents.get(CATALOGUE).orElseThrow();
        }

        @Override
        public Contents contents() {
            return OpenSearchFolder.contents(base.source());
        }

        @Override
        public void put(String entry, SharedFile file, Path from) throws IOException {
            isClean = false;
            files.put(entry, file.path(), from, lease::require);
        }

        @Override
        public void publish(String catalogue, Map<String, List<SharedFile>> entries) {
            lease.require();
            long next = Math.max(version(base.source()) + 1, System.currentTimeMillis());
            documents.replace(CATALOGUE, Optional.of(base), written(new Contents(next, catalogue, entries)));
            base = documents.get(CATALOGUE).orElseThrow();
            // Not by what the replacement says: what was sent twice may have been taken the first time.
            if (version(base.source()) != next) {
                throw new IllegalStateException("another process has replaced the catalogue meanwhile");
            }
            removeLeft();
        }

        /** Where it fails, the next change does it. */
        private void removeLeft() {
            try {
                removeUnnamed();
            } catch (RuntimeException e) {
                LOG.warn("What is no longer needed is removed by the next load: {}", e.getMessage());
            }
        }

        private void removeUnnamed() {
            files.show();
            files.removeAllBut(contents().entries().keySet());
            isClean = true;
        }

        @Override
        public void close() {
            if (!isClean && lease.isHeld()) {
                removeLeft();
            }
            lease.close();
        }
    }
}
