package org.w3id.materia.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.w3id.materia.store.TestResources.key;
import static org.w3id.materia.store.TestResources.put;
import static org.w3id.materia.store.TestResources.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.UnusableStoreException;

/** Data directories in every state. */
class OpeningTest {
    @TempDir
    Path data;

    @Test
    void directoryInUseIsRefused() {
        try (LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.open(data)) {
            put(knowledge, "s", resource("a"));
            assertThatThrownBy(() -> LuceneKnowledgeBase.open(data))
                    .isInstanceOf(UnusableStoreException.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("in use by another Materia");
        }
        assertThat(holds("a")).isTrue();
    }

    @Test
    void everyDamagedFileIsAClearError() throws IOException {
        fill();
        for (Path file : indexFiles()) {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, new byte[0]);
            assertThatThrownBy(() -> LuceneKnowledgeBase.open(data))
                    .as("emptied " + file)
                    .isInstanceOf(UnusableStoreException.class)
                    .hasMessageContaining("delete the folder");
            Files.write(file, whole);
        }
        assertThat(holds("a")).isTrue();
    }

    @Test
    void everyLostFileIsAClearError() throws IOException {
        fill();
        for (Path file : indexFiles()) {
            if (file.getFileName().toString().startsWith("segments_")) {
                continue; // Without it there is no commit at all: an import that was killed looks the same.
            }
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertThatThrownBy(() -> LuceneKnowledgeBase.open(data))
                    .as("lost " + file)
                    .isInstanceOf(UnusableStoreException.class)
                    .hasMessageContaining("delete the folder");
            Files.write(file, whole);
        }
        assertThat(holds("a")).isTrue();
    }

    @Test
    void indexOfAnotherLayoutIsBuiltAnew() throws IOException {
        fill();
        try (FSDirectory directory = FSDirectory.open(data.resolve("index"));
                IndexWriter writer = IndexDirectory.writer(directory)) {
            writer.setLiveCommitData(Map.of("materia.format", "0").entrySet());
        }
        assertThat(holds("a")).isFalse();
        fill();
        assertThat(holds("a")).isTrue();
    }

    @Test
    void indexOfAnotherProgramIsLeftAlone() throws IOException {
        try (FSDirectory directory = FSDirectory.open(data.resolve("index"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.commit();
        }
        List<Path> before = indexFiles();
        assertThatThrownBy(() -> LuceneKnowledgeBase.open(data))
                .isInstanceOf(UnusableStoreException.class)
                .hasMessageContaining("another program");
        assertThat(indexFiles()).isEqualTo(before);
    }

    @Test
    void folderOfOtherFilesIsLeftAlone() throws IOException {
        Files.createDirectories(data.resolve("index"));
        Path file = Files.writeString(data.resolve("index/thesis.txt"), "mine");
        assertThatThrownBy(() -> LuceneKnowledgeBase.open(data))
                .isInstanceOf(UnusableStoreException.class)
                .hasMessageContaining("thesis.txt");
        assertThat(file).hasContent("mine");
    }

    @Test
    void whatAnImportLeftThatWasKilledBeforeTheFirstCommitIsTidied() throws IOException {
        Path index = Files.createDirectories(data.resolve("index"));
        Files.writeString(index.resolve("_0.fdt"), "half");
        Files.writeString(index.resolve("pending_segments_1"), "half");
        Files.writeString(index.resolve("write.lock"), "");
        fill();
        assertThat(holds("a")).isTrue();
        assertThat(index.resolve("pending_segments_1")).doesNotExist();
    }

    @Test
    void dataDirectoryThatIsAFileIsAClearError() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "");
        assertThatThrownBy(() -> LuceneKnowledgeBase.open(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private void fill() {
        try (LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.open(data)) {
            put(knowledge, "s", resource("a"));
        }
    }

    private boolean holds(String id) {
        try (LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.open(data);
                Snapshot snapshot = knowledge.snapshot()) {
            return snapshot.read(key(id)).isPresent();
        }
    }

    private List<Path> indexFiles() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("index"))) {
            return files.filter(f -> !f.endsWith("write.lock")).sorted().toList();
        }
    }
}
