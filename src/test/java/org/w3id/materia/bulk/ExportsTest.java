package org.w3id.materia.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.TestStores;

@Timeout(60)
class ExportsTest {
    private static final ExportRequest EVERYTHING = new ExportRequest("http://x/$export", List.of(), Optional.empty());
    private static final ExportLimits LIMITS = new ExportLimits(1, 3, Duration.ofHours(24), 2);
    private static final Instant UPDATED = Instant.parse("2026-11-23T01:50:24.123Z");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private KnowledgeBase knowledge;

    @BeforeEach
    void open() {
        knowledge = TestStores.open(folder.resolve("data"));
        put("first", UPDATED, 5, "Medication");
        put("second", UPDATED.plusSeconds(10), 2, "Substance");
    }

    @AfterEach
    void close() {
        knowledge.close();
    }

    @Test
    void everyResourceIsOnALineOfTheFileOfItsType() throws IOException {
        try (Exports exports = exports(knowledge)) {
            ExportJob job = finished(exports, exports.submit(EVERYTHING));
            ExportResult result = job.result().orElseThrow();
            assertThat(result.failed()).isFalse();
            assertThat(result.files()).containsExactly(new ExportFile("Medication", 5), new ExportFile("Substance", 2));
            try (Snapshot snapshot = knowledge.snapshot()) {
                assertThat(result.transactionTime()).isEqualTo(snapshot.committed());
            }
            String expected = IntStream.range(0, 5)
                    .mapToObj(i -> new String(resource("Medication", i, UPDATED).json(), UTF_8) + "\n")
                    .reduce("", String::concat);
            assertThat(exports.file(job.id(), "Medication.ndjson", false)).hasContent(expected);
            try (GZIPInputStream gzip =
                    new GZIPInputStream(Files.newInputStream(exports.file(job.id(), "Medication.ndjson", true)))) {
                assertThat(gzip).hasBinaryContent(expected.getBytes(UTF_8));
            }
        }
    }

    @Test
    void typesAndTimeSelect() {
        try (Exports exports = exports(knowledge)) {
            assertThat(files(exports, List.of("Substance", "Binary"), Optional.empty()))
                    .containsExactly(new ExportFile("Substance", 2));
            assertThat(files(exports, List.of(), Optional.of(UPDATED))).containsExactly(new ExportFile("Substance", 2));
            assertThat(files(exports, List.of("Medication"), Optional.of(UPDATED.minusMillis(1))))
                    .containsExactly(new ExportFile("Medication", 5));
        }
    }

    @Test
    void anImportMeanwhileIsNotInTheFiles() {
        HinderedSearches hindered = new HinderedSearches(knowledge);
        try (Exports exports = exports(hindered)) {
            ExportJob job = exports.submit(EVERYTHING);
            hindered.reached(); // The export has its snapshot.
            put("third", UPDATED, 4, "Binary");
            hindered.goOn();
            assertThat(finished(exports, job).result().orElseThrow().files())
                    .extracting(ExportFile::type)
                    .containsExactly("Medication", "Substance");
        }
    }

    @Test
    void aJobThatTheProcessDiedInIsBegunAgainFromTheNewestContent() throws IOException {
        HinderedSearches hindered = new HinderedSearches(knowledge);
        Path left = folder.resolve("left");
        String id;
        try (Exports died = exports(hindered)) {
            id = died.submit(EVERYTHING).id();
            hindered.reached();
            // What lies on the disk at this moment is what a killed process leaves.
            copy(folder.resolve("exports"), left);
            Files.writeString(left.resolve(id).resolve("Medication.ndjson"), "half a line");
            Files.writeString(left.resolve(id).resolve("job.json.part"), "{");
            hindered.goOn();
        }
        put("third", UPDATED, 4, "Binary");
        try (Exports next = Exports.open(left, knowledge, LIMITS, now::get)) {
            assertThat(next.job(id).result()).isEmpty();
            assertThat(next.progress(next.job(id))).isEqualTo("waiting");
            next.resume();
            ExportJob job = finished(next, next.job(id));
            assertThat(job.request()).isEqualTo(EVERYTHING);
            assertThat(job.result().orElseThrow().files())
                    .containsExactly(
                            new ExportFile("Binary", 4),
                            new ExportFile("Medication", 5),
                            new ExportFile("Substance", 2));
            assertThat(next.file(id, "Medication.ndjson", false)).content().doesNotContain("half");
            assertThat(left.resolve(id).resolve("job.json.part")).doesNotExist();
        }
    }

    @Test
    void aJobThatIsRunningWhenTheServerStopsIsBegunAgain() {
        HinderedSearches hindered = new HinderedSearches(knowledge);
        Exports first = exports(hindered);
        String id = first.submit(EVERYTHING).id();
        hindered.reached();
        Thread closing = new Thread(first::close);
        closing.start();
        hindered.goOnWhenWaitedForBy(closing);
        try (Exports second = exports(knowledge)) {
            second.resume();
            assertThat(finished(second, second.job(id)).result().orElseThrow().files())
                    .hasSize(2);
        }
    }

    @Test
    void aFinishedJobIsThereAfterARestartWithAllItsState() {
        ExportRequest request =
                new ExportRequest("http://x/$export?_type=Substance", List.of("Substance"), Optional.of(UPDATED));
        ExportJob job;
        try (Exports first = exports(knowledge)) {
            job = finished(first, first.submit(request));
        }
        try (Exports second = exports(knowledge)) {
            second.resume();
            assertThat(second.job(job.id())).isEqualTo(job);
            assertThat(second.file(job.id(), "Substance.ndjson", false)).isNotEmptyFile();
        }
    }

    @Test
    void aFinishedJobExpires() {
        try (Exports exports = exports(knowledge)) {
            ExportJob job = finished(exports, exports.submit(EVERYTHING));
            assertThat(exports.expires(job.result().orElseThrow()))
                    .isEqualTo(now.get().plus(Duration.ofHours(24)));
            now.set(now.get().plus(Duration.ofHours(24)).minusMillis(1));
            assertThat(exports.job(job.id())).isEqualTo(job);
            now.set(now.get().plusMillis(1));
            assertFails(() -> exports.job(job.id()), Failure.Category.NOT_FOUND, "There is no export");
            assertFails(
                    () -> exports.file(job.id(), "Substance.ndjson", false),
                    Failure.Category.NOT_FOUND,
                    "There is no export");
            assertThat(folder.resolve("exports")).isEmptyDirectory();
        }
    }

    @Test
    void aJobThatIsRemovedWhileItRunsLeavesNothing() {
        HinderedSearches hindered = new HinderedSearches(knowledge);
        Exports exports = exports(hindered);
        String id = exports.submit(EVERYTHING).id();
        hindered.reached();
        exports.remove(id);
        assertFails(() -> exports.job(id), Failure.Category.NOT_FOUND, id);
        assertFails(() -> exports.remove(id), Failure.Category.NOT_FOUND, id);
        hindered.goOn();
        exports.close();
        assertThat(folder.resolve("exports")).isEmptyDirectory();
    }

    @Test
    void noMoreRunAtATimeThanTheLimit() {
        HinderedSearches hindered = new HinderedSearches(knowledge);
        try (Exports exports = exports(hindered)) {
            ExportJob job = exports.submit(EVERYTHING);
            hindered.reached();
            assertThat(exports.progress(job)).isEqualTo("0 of 7 resources written");
            assertFails(() -> exports.submit(EVERYTHING), Failure.Category.BUSY, "1 exports running");
            hindered.goOn();
            finished(exports, job);
            finished(exports, exports.submit(EVERYTHING));
        }
    }

    @Test
    void noMoreAreKeptThanTheLimitAndEachThatGoesMakesRoom() {
        try (Exports exports = exports(knowledge)) {
            ExportJob first = finished(exports, exports.submit(EVERYTHING));
            finished(exports, exports.submit(EVERYTHING));
            finished(exports, exports.submit(EVERYTHING));
            assertFails(() -> exports.submit(EVERYTHING), Failure.Category.BUSY, "as many as are kept");
            exports.remove(first.id());
            finished(exports, exports.submit(EVERYTHING));
            now.set(now.get().plus(Duration.ofHours(25)));
            finished(exports, exports.submit(EVERYTHING));
        }
    }

    @Test
    void nothingIsExportedBeforeThereIsContent() {
        try (KnowledgeBase empty = TestStores.open(folder.resolve("empty"));
                Exports exports = exports(empty)) {
            assertFails(() -> exports.submit(EVERYTHING), Failure.Category.BUSY, "first import");
        }
    }

    @Test
    void filesThatCannotBeWrittenFailTheJobAndNotTheServer() throws IOException {
        HinderedSearches hindered = new HinderedSearches(knowledge);
        try (Exports exports = exports(hindered)) {
            ExportJob job = exports.submit(EVERYTHING);
            hindered.reached();
            Files.createDirectory(folder.resolve("exports").resolve(job.id()).resolve("Medication.ndjson"));
            hindered.goOn();
            ExportResult result = finished(exports, job).result().orElseThrow();
            assertThat(result.failed()).isTrue();
            assertThat(result.files()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNoJobIsRemoved() throws IOException {
        Path stray = Files.createDirectories(folder.resolve("exports").resolve("stray"));
        Files.writeString(stray.resolve("Medication.ndjson"), "{}");
        Path damaged = Files.createDirectories(folder.resolve("exports").resolve("damaged"));
        Files.writeString(damaged.resolve("job.json"), "{\"request\":");
        Path other = Files.createDirectories(folder.resolve("exports").resolve("other"));
        Files.writeString(other.resolve("job.json"), "{\"request\":\"x\"}");
        try (Exports exports = exports(knowledge)) {
            exports.resume();
            assertThat(folder.resolve("exports")).isEmptyDirectory();
        }
    }

    private Exports exports(KnowledgeBase content) {
        return Exports.open(folder.resolve("exports"), content, LIMITS, now::get);
    }

    private static List<ExportFile> files(Exports exports, List<String> types, Optional<Instant> since) {
        ExportJob job = finished(exports, exports.submit(new ExportRequest("http://x/$export", types, since)));
        return job.result().orElseThrow().files();
    }

    private static ExportJob finished(Exports exports, ExportJob job) {
        while (exports.job(job.id()).result().isEmpty()) {
            Thread.onSpinWait();
        }
        return exports.job(job.id());
    }

    private static void assertFails(ThrowingCallable call, Failure.Category category, String part) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.category()).isEqualTo(category))
                .hasMessageContaining(part);
    }

    private void put(String source, Instant updated, int count, String type) {
        try (ImportSession session = knowledge.beginImport()) {
            session.put(
                    new Source(source, "1"),
                    IntStream.range(0, count)
                            .mapToObj(i -> new IndexedResource(resource(type, i, updated), List.of()))
                            .toList());
            session.commit();
        }
    }

    private static StoredResource resource(String type, int number, Instant updated) {
        String json = "{\"resourceType\":\"" + type + "\",\"id\":\"r" + number + "\",\"note\":\"Größe\"}";
        return new StoredResource(new ResourceKey(type, "r" + number), "1", updated, json.getBytes(UTF_8));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
