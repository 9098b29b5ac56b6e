package org.w3id.materia.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.store.TestStores;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterClient;
import org.w3id.materia.store.opensearch.client.ClusterIndex;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import org.w3id.materia.terminology.SharedFolder;
import org.w3id.materia.terminology.SharedFolder.Change;
import org.w3id.materia.terminology.SharedFolder.SharedFile;

/** Files that processes share in a cluster, whatever becomes of the process that puts them there. */
@Tag("cluster")
class OpenSearchFolderTest {
    private static final int PART = 2 << 20;

    @TempDir
    Path data;

    private OpenSearchFolder one;
    private OpenSearchFolder other;
    private WholeDocuments documents;
    private ClusterIndex index;

    @BeforeEach
    void open() {
        TestStores.requireCluster();
        ClusterSettings cluster = TestStores.cluster(data);
        one = OpenSearchFolder.open(cluster, "files");
        other = OpenSearchFolder.open(cluster, "files");
        ClusterClient client = new ClusterClient(cluster);
        documents = new WholeDocuments(client, cluster.prefix() + "-files-1");
        index = new ClusterIndex(client, cluster.prefix() + "-files-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PART - 1, PART, PART + 1, 2 * PART + 7})
    void aFileComesAsItWasPut(int length) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        SharedFile file = put(one, "entry", content);
        assertThat(other.contents().catalogue()).isEqualTo("with entry");
        assertThat(other.contents().entries()).isEqualTo(Map.of("entry", List.of(file)));
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        assertThat(other.read("entry", file, read)).isTrue();
        assertThat(read.toByteArray()).isEqualTo(content);
    }

    @Test
    void nothingIsThereBeforeAnythingWasPut() {
        assertThat(one.version()).isZero();
        assertThat(one.contents()).isEqualTo(SharedFolder.Contents.NONE);
    }

    @Test
    void everyVersionHasAnotherNumber() throws IOException {
        put(one, "a", new byte[1]);
        long first = other.version();
        put(other, "b", new byte[1]);
        assertThat(one.version()).isGreaterThan(first);
        assertThat(one.contents().version()).isEqualTo(one.version());
    }

    @Test
    void oneChangesItAtATime() {
        try (Change change = one.change().orElseThrow()) {
            assertThat(other.change()).isEmpty();
            assertThat(change.contents()).isEqualTo(SharedFolder.Contents.NONE);
        }
        Optional<Change> next = other.change();
        assertThat(next).isPresent();
        next.get().close();
    }

    @Test
    void whatACatalogueNoLongerNamesIsGone() throws IOException {
        SharedFile file = put(one, "a", new byte[3]);
        SharedFile later = put(other, "b", new byte[PART + 1]);
        assertThat(one.read("a", file, new ByteArrayOutputStream())).isFalse();
        assertThat(one.read("b", later, new ByteArrayOutputStream())).isTrue();
        assertThat(parts()).isEqualTo(2);
    }

    @Test
    void whatWasNotPublishedIsGoneWhenTheChangeEnds() throws IOException {
        SharedFile file = put(one, "a", new byte[3]);
        long version = one.version();
        try (Change change = one.change().orElseThrow()) {
            change.put("b", described("b", new byte[PART + 1]), data.resolve("b"));
            assertThat(other.contents().entries()).containsOnlyKeys("a");
        }
        assertThat(parts()).isEqualTo(1);
        assertThat(other.version()).isEqualTo(version);
        assertThat(other.read("a", file, new ByteArrayOutputStream())).isTrue();
    }

    @Test
    void whatAKilledProcessHasLeftIsGoneWithTheNextChange() throws IOException {
        SharedFile file = put(one, "a", new byte[3]);
        // What one leaves that is killed while it puts: the lease says that it holds it, and parts that nothing names.
        documents.put("load", Clauses.object().put("holder", "killed"));
        documents.put("b~~0", Clauses.object().put("entry", "b").put("content", new byte[PART]));
        documents.put("b~~1", Clauses.object().put("entry", "b").put("content", new byte[PART]));

        SharedFile later;
        try (Change change = other.change().orElseThrow()) {
            assertThat(parts()).isEqualTo(1);
            // The same entry, with another content than that which was begun.
            later = described("b", new byte[] {1, 2});
            change.put("b", later, data.resolve("b"));
            change.publish("both", Map.of("a", List.of(file), "b", List.of(later)));
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        assertThat(one.read("b", later, read)).isTrue();
        assertThat(read.toByteArray()).containsExactly(1, 2);
        assertThat(one.read("a", file, new ByteArrayOutputStream())).isTrue();
    }

    @Test
    void whoHasLostTheLeaseReplacesNothing() throws IOException {
        put(one, "a", new byte[3]);
        SharedFile file = described("b", new byte[3]);
        try (Change late = one.change().orElseThrow()) {
            late.put("b", file, data.resolve("b"));
            // As if the first had been heard of for so long no more that another took its place.
            documents.put("load", Clauses.object().put("holder", "another"));
            try (Change taken = other.change().orElseThrow()) {
                assertThatThrownBy(() -> late.publish("late", Map.of("b", List.of(file))))
                        .isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> late.put("c", file, data.resolve("b")))
                        .isInstanceOf(IllegalStateException.class);
                assertThat(taken.contents().catalogue()).isEqualTo("with a");
            }
        }
        assertThat(other.contents().entries()).containsOnlyKeys("a");
    }

    /** Replaces all that there is by one entry of one file. */
    private SharedFile put(OpenSearchFolder folder, String entry, byte[] content) throws IOException {
        SharedFile file = described(entry, content);
        try (Change change = folder.change().orElseThrow()) {
            change.put(entry, file, data.resolve(entry));
            change.publish("with " + entry, Map.of(entry, List.of(file)));
        }
        return file;
    }

    private SharedFile described(String name, byte[] content) throws IOException {
        Files.write(data.resolve(name), content);
        return new SharedFile("", content.length, "not compared here");
    }

    private int parts() {
        index.refresh();
        return ClusterIndex.total(index.search(Clauses.object()
                .put("size", 0)
                .set("query", Clauses.object("exists", Clauses.object().put("field", "entry")))));
    }
}
