package org.w3id.materia.store.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterClient;
import org.w3id.materia.store.opensearch.client.ClusterIndex;

/** Files in an index, each as documents that are parts of it and are asked for by their ids: what is written is there at once. */
final class FileParts {
    /** Large enough that requests cost little, and small enough that a node answers each in a fraction of a second. */
    private static final int PART = 2 << 20;

    private static final String CONTENT = "content";
    private static final String ENTRY = "entry";

    private final ClusterIndex index;
    private final WholeDocuments documents;

    FileParts(ClusterClient client, String index) {
        WholeDocuments.makeIndex(client, index, "folder.json");
        this.index = new ClusterIndex(client, index);
        this.documents = new WholeDocuments(client, index);
    }

    /** Documents that stand beside the files. */
    WholeDocuments documents() {
        return documents;
    }

    /** @param beforeEach part; what it throws ends the work */
    void put(String entry, String path, Path from, Runnable beforeEach) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            int number = 0;
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                beforeEach.run();
                documents.put(
                        id(entry, path, number++),
                        Clauses.object().put(ENTRY, entry).put(CONTENT, part));
            }
        }
    }

    /** @return false where it is not there, or not whole */
    boolean read(String entry, String path, long length, OutputStream to) throws IOException {
        long read = 0;
        for (int part = 0; read < length; part++) {
            Optional<WholeDocuments.Versioned> document = documents.get(id(entry, path, part));
            if (document.isEmpty()) {
                return false;
            }
            byte[] content = document.get().source().path(CONTENT).binaryValue();
            to.write(content);
            read += content.length;
        }
        return read == length;
    }

    private static String id(String entry, String path, int part) {
        return entry + "~" + path + "~" + part;
    }

    /** Lets {@link #removeAllBut} see what has been put up to now. */
    void show() {
        index.refresh();
    }

    /** Removes the files of all other entries, of those that have been shown. */
    void removeAllBut(Set<String> entries) {
        index.delete(Clauses.all(List.of(
                Clauses.object("exists", Clauses.object().put("field", ENTRY)),
                Clauses.not(Clauses.terms(ENTRY, entries)))));
    }
}
