package org.w3id.materia.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;
import org.w3id.materia.store.lucene.backup.Backup;
import org.w3id.materia.store.lucene.backup.Restore;
import org.w3id.materia.store.lucene.backup.UnusableBackupException;
import org.w3id.materia.store.lucene.concept.LuceneConceptStore;
import org.w3id.materia.terminology.loaded.LoadListener;
import org.w3id.materia.terminology.loaded.LoadedTerminologies;

/** What is backed up is served as it was; what is damaged is not put back. */
@Tag("server")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BackupTest {
    private static final List<String> QUESTIONS = List.of(
            "fhir/MedicationKnowledge/m1",
            "fhir/MedicationKnowledge?_count=100",
            "fhir/MedicationKnowledge?name=second",
            "fhir/MedicationKnowledge/m1/_history",
            "fhir/MedicationKnowledge/_history?_count=100",
            "fhir/_history",
            "fhir/MedicationKnowledge/m3",
            "fhir/MedicationKnowledge/m2?_format=xml");

    @TempDir
    Path folder;

    @Test
    void whatIsRestoredAnswersAsBefore() throws Exception {
        Path data = folder.resolve("data");
        LoadedTerminologies.in(data, new LuceneConceptStore()).load(release(), LoadListener.NONE);
        List<String> before;
        Path archive = folder.resolve("backup.zip");
        try (TestServer server = new TestServer(LuceneKnowledgeBase.open(data))) {
            server.put("test", Medicines.knowledge("m1", "First"), Medicines.knowledge("m3", "Third"));
            server.put("test", Medicines.knowledge("m1", "First, changed"), Medicines.knowledge("m2", "Second"));
            new Backup(data).to(archive);
            before = answers(server);
            server.put("test", Medicines.knowledge("m1", "After the backup"));
        }

        Path restored = folder.resolve("restored");
        new Restore(restored).from(archive);

        try (TestServer server = new TestServer(LuceneKnowledgeBase.open(restored))) {
            assertThat(answers(server)).isEqualTo(before);
        }
        assertThat(LoadedTerminologies.in(restored, new LuceneConceptStore()).list())
                .isEqualTo(
                        LoadedTerminologies.in(data, new LuceneConceptStore()).list())
                .hasSize(1);
    }

    /** Each backup holds one commit whole: in each, all medicines have one and the same number in their names. */
    @Test
    void aBackupWhileImportsRunHoldsOneCommit() throws Exception {
        Path data = folder.resolve("data");
        try (TestServer server = new TestServer(LuceneKnowledgeBase.open(data))) {
            server.put("test", numbered(0));
            AtomicBoolean goOn = new AtomicBoolean(true);
            CompletableFuture<Void> imports = CompletableFuture.runAsync(() -> {
                for (int n = 1; goOn.get(); n++) {
                    server.put("test", numbered(n));
                }
            });
            for (int i = 0; i < 8; i++) {
                Path archive = folder.resolve("backup" + i + ".zip");
                new Backup(data).to(archive);
                Path restored = folder.resolve("restored" + i);
                new Restore(restored).from(archive);
                try (LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.open(restored);
                        Snapshot snapshot = knowledge.snapshot()) {
                    List<String> names = new ArrayList<>();
                    snapshot.forEach(
                            "MedicationKnowledge",
                            List.of(),
                            r -> names.add(new String(r.json(), StandardCharsets.UTF_8)
                                    .replaceFirst("(?s).*number (\\d+).*", "$1")));
                    assertThat(names).hasSize(20);
                    assertThat(names.stream().distinct()).hasSize(1);
                }
            }
            goOn.set(false);
            imports.join();
        }
        try (Stream<Path> left = Files.list(data)) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("index", "materia.lock", "materia-load.lock");
        }
    }

    @Test
    void whatIsDamagedIsRefusedAndChangesNothing() throws Exception {
        Path data = folder.resolve("data");
        try (TestServer server = new TestServer(LuceneKnowledgeBase.open(data))) {
            server.put("test", numbered(1));
        }
        Path archive = folder.resolve("backup.zip");
        new Backup(data).to(archive);
        byte[] whole = Files.readAllBytes(archive);
        Map<String, byte[]> damaged = Map.of(
                "cut off", Arrays.copyOf(whole, whole.length - 100),
                "cut in the middle", Arrays.copyOf(whole, whole.length / 2),
                "a bit flipped early", flipped(whole, whole.length / 5),
                "a bit flipped late", flipped(whole, whole.length / 2),
                "empty", new byte[0],
                "no archive", "something else".getBytes(StandardCharsets.UTF_8));
        Path target = folder.resolve("restored");
        damaged.forEach((name, bytes) -> {
            Path file = folder.resolve("damaged.zip");
            write(file, bytes);
            assertThatExceptionOfType(UnusableBackupException.class)
                    .as(name)
                    .isThrownBy(() -> new Restore(target).from(file))
                    .withMessageContaining("damaged.zip cannot be restored: ");
            assertThat(target.resolve("index")).doesNotExist();
            assertThat(target.resolve(".restore")).doesNotExist();
        });
        new Restore(target).from(archive);
        assertThat(target.resolve("index")).isDirectory();
    }

    @Test
    void whatIsThereIsNotReplaced() throws Exception {
        Path data = folder.resolve("data");
        try (TestServer server = new TestServer(LuceneKnowledgeBase.open(data))) {
            server.put("test", numbered(1));
            Path archive = folder.resolve("backup.zip");
            new Backup(data).to(archive);
            assertThatExceptionOfType(UnusableStoreException.class)
                    .isThrownBy(() -> new Restore(data).from(archive))
                    .withMessageContaining("is in use");
        }
        assertThatExceptionOfType(UnusableStoreException.class)
                .isThrownBy(() -> new Restore(data).from(folder.resolve("backup.zip")))
                .withMessageContaining("holds 'index' already");
        assertThatExceptionOfType(UnusableStoreException.class)
                .isThrownBy(() -> new Backup(folder.resolve("nothing")).to(folder.resolve("b.zip")))
                .withMessageContaining("no index");
    }

    private static Resource[] numbered(int n) {
        return IntStream.range(0, 20)
                .mapToObj(i -> Medicines.knowledge("m" + i, "Medicine, number " + n))
                .toArray(Resource[]::new);
    }

    /** A page is dated when it is made, and has the server's address. */
    private static List<String> answers(TestServer server) {
        return QUESTIONS.stream()
                .map(server::get)
                .map(r -> r.statusCode() + " "
                        + r.body()
                                .replace(server.server.address().toString(), "/")
                                .replaceFirst("(\"type\":\"[a-z]+\",\"meta\":\\{\"lastUpdated\":)\"[^\"]+\"", "$1"))
                .toList();
    }

    private Path release() throws IOException {
        return Files.writeString(
                folder.resolve("colours.json"),
                "{\"resourceType\":\"CodeSystem\",\"url\":\"http://example.org/colours\",\"version\":\"1\","
                        + "\"status\":\"active\",\"content\":\"complete\",\"concept\":[{\"code\":\"red\",\"display\":\"Red\"}]}");
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        copy[at] ^= 1;
        return copy;
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
