package org.w3id.materia.terminology.loaded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.store.TestStores;
import org.w3id.materia.store.lucene.concept.LuceneConceptStore;
import org.w3id.materia.store.opensearch.OpenSearchFolder;
import org.w3id.materia.store.opensearch.client.ClusterClient;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import org.w3id.materia.terminology.SharedFolder.SharedFile;

/** The copy of shared terminologies is whole, or the one before. */
@Tag("cluster")
class TerminologyMirrorTest {
    private static final Path RELEASES = Path.of("src/test/resources/releases");
    private static final Path ATC = RELEASES.resolve("drugs/atc-2024.csv");
    private static final Path DISEASES = RELEASES.resolve("doid.obo");
    private static final Path RESOURCES = RELEASES.resolve("fhir");

    @TempDir
    Path folder;

    private ClusterSettings cluster;
    private OpenSearchFolder shared;
    private SharedTerminologies terminologies;
    private Path data;
    private TerminologyMirror mirror;
    private LoadedTerminologies copy;

    @BeforeEach
    void open() {
        TestStores.requireCluster();
        cluster = TestStores.cluster(folder);
        shared = OpenSearchFolder.open(cluster, SharedTerminologies.FOLDER);
        terminologies = new SharedTerminologies(shared, new LuceneConceptStore());
        data = folder.resolve("data");
        mirror = terminologies.mirror(data);
        copy = LoadedTerminologies.in(data, new LuceneConceptStore());
    }

    @Test
    void itHasWhatIsSharedAndNothingElse() throws Exception {
        assertThat(mirror.update()).isTrue();
        assertThat(copy.list()).isEmpty();
        load(ATC, DISEASES, RESOURCES);
        assertThat(mirror.update()).isTrue();
        assertThat(mirror.update()).isFalse();
        assertThat(copy.list()).isEqualTo(terminologies.list()).hasSizeGreaterThan(4);
        assertThat(copy.concepts()).isNotEmpty();
        copy.list().stream().filter(i -> !i.isConceptByConcept()).forEach(copy::read);

        try (SharedTerminologies.Session session = begin()) {
            session.terminologies().remove("http://www.whocc.no/atc");
        }
        assertThat(mirror.update()).isTrue();
        assertThat(copy.list())
                .isEqualTo(terminologies.list())
                .noneMatch(i -> i.identity().url().equals("http://www.whocc.no/atc"));
        assertThat(files()).containsOnlyKeys(expectedPlaces());
        assertThat(folder.resolve("work")).doesNotExist();
    }

    @Test
    void theSameReleaseAgainChangesNothing() throws Exception {
        load(ATC);
        long version = shared.version();
        load(ATC);
        assertThat(shared.version()).isEqualTo(version);
    }

    @Test
    void aReleaseThatCannotBeReadLeavesThoseBeforeIt() throws Exception {
        Path none = Files.writeString(folder.resolve("none.txt"), "no release\n");
        assertThatThrownBy(() -> load(ATC, none)).isInstanceOf(UnusableReleaseException.class);
        assertThat(terminologies.list()).hasSize(1);
        mirror.update();
        assertThat(copy.list()).isEqualTo(terminologies.list());
    }

    @Test
    void whatAKilledProcessHasLeftIsMadeWhole() throws Exception {
        load(ATC, DISEASES);
        mirror.update();
        Map<String, Long> whole = files();
        Path atc = place(ATC);
        try (Stream<Path> all = Files.list(atc)) {
            Path largest = all.filter(f -> size(f) > 100).findFirst().orElseThrow();
            Files.write(largest, new byte[50]);
        }
        LoadedTerminologies.delete(place(DISEASES));
        Files.createDirectory(place(DISEASES).resolveSibling(place(DISEASES).getFileName() + ".unfinished"));
        Files.writeString(copy.folder().resolve("catalogue.json.unfinished"), "{");

        assertThat(terminologies.mirror(data).update()).isTrue();

        assertThat(files()).isEqualTo(whole);
        assertThat(copy.concepts()).isNotEmpty();
    }

    @Test
    void whatComesDamagedIsNotTaken() throws Exception {
        load(ATC);
        mirror.update();
        Map<String, Long> before = files();
        load(DISEASES);
        String entry = terminologies.list().stream()
                .map(i -> i.location().name())
                .filter(name -> !Files.exists(copy.folder().resolve(name)))
                .findFirst()
                .orElseThrow();
        SharedFile file = shared.contents().entries().get(entry).stream()
                .filter(f -> f.length() > 0)
                .findFirst()
                .orElseThrow();
        new ClusterClient(cluster)
                .ask(
                        "PUT",
                        "/" + cluster.prefix() + "-" + SharedTerminologies.FOLDER + "-1/_doc/" + entry + "~"
                                + file.path() + "~0",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("entry", entry)
                                .put("content", new byte[(int) file.length()]),
                        Duration.ofSeconds(10));

        assertThatThrownBy(mirror::update)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.path())
                .hasMessageContaining("another content");

        assertThat(copy.list()).hasSize(1);
        assertThat(files()).containsAllEntriesOf(before);
    }

    private SharedTerminologies.Session begin() {
        return terminologies.begin(folder.resolve("work")).orElseThrow();
    }

    private void load(Path... releases) throws UnusableReleaseException {
        try (SharedTerminologies.Session session = begin()) {
            LoadedTerminologies loading = session.terminologies();
            for (Path release : releases) {
                loading.load(release, LoadListener.NONE);
            }
        }
    }

    private String[] expectedPlaces() throws IOException {
        return Stream.concat(
                        Stream.of("catalogue.json"),
                        shared.contents().entries().entrySet().stream().flatMap(entry -> entry.getValue().stream()
                                .map(f -> f.path().isEmpty() ? entry.getKey() : entry.getKey() + "/" + f.path())))
                .toArray(String[]::new);
    }

    /** Where the copy has what was loaded of a release. */
    private Path place(Path release) {
        String url = release.equals(ATC) ? "http://www.whocc.no/atc" : "http://purl.obolibrary.org/obo/doid.owl";
        List<LoadedItem> items = copy.list();
        return items.stream()
                .filter(i -> i.identity().url().equals(url))
                .map(i -> copy.folder().resolve(i.location().name()))
                .findFirst()
                .orElseThrow();
    }

    /** Every file of the copy by its path, with its length. */
    private Map<String, Long> files() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(copy.folder())) {
            all.filter(Files::isRegularFile)
                    .forEach(f -> files.put(copy.folder().relativize(f).toString(), size(f)));
        }
        return files;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
