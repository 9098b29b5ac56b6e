package org.w3id.materia.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.w3id.materia.store.TestResources.TYPE;
import static org.w3id.materia.store.TestResources.resource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.model.Failure;

/** What each kind of value is sorted by, and which page positions are refused. */
class SortTest {
    private static final SortKey NAME = new SortKey("name", false);

    @TempDir
    static Path data;

    private static KnowledgeBase knowledge;
    private static Snapshot snapshot;

    @BeforeAll
    static void fill() {
        knowledge = TestStores.open(data);
        TestResources.put(
                knowledge,
                "s",
                resource("1", text("Zinc"), text("arsenic"), token("9"), codeText("last by code")),
                resource("2", text("École"), token("1"), codeText("zz first by code")),
                resource("3", text("econazole"), token("5"), codeText("middle")),
                resource("4", date("1950-01-01T00:00:00Z", "2030-01-01T00:00:00Z"), token("n")),
                resource("5", date("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")),
                resource("6", new IndexValue.Reference("subject", new ResourceKey("Medication", "b"))),
                resource("7", new IndexValue.Reference("subject", new ResourceKey("Medication", "a"))),
                resource("8", new IndexValue.Uri("url", "http://example.org/b")),
                resource("9", new IndexValue.Uri("url", "http://example.org/a")));
        snapshot = knowledge.snapshot();
    }

    @AfterAll
    static void close() {
        snapshot.close();
        knowledge.close();
    }

    @Test
    void textIsFoldedAndTheFirstValueInOrderCounts() {
        assertThat(first(3, NAME)).containsExactly("1", "2", "3");
        assertThat(first(3, new SortKey("name", true))).containsExactly("1", "3", "2");
    }

    @Test
    void whatHasNoValueComesLastInBothDirections() {
        assertThat(first(9, NAME)).endsWith("4", "5", "6", "7", "8", "9");
        assertThat(first(9, new SortKey("name", true))).endsWith("4", "5", "6", "7", "8", "9");
    }

    @Test
    void codedValueGoesByItsTextWhereThereIsOne() {
        assertThat(first(4, new SortKey("code", false))).containsExactly("1", "3", "4", "2");
    }

    @Test
    void stretchOfTimeGoesByItsBeginning() {
        assertThat(first(2, new SortKey("date", false))).containsExactly("4", "5");
        assertThat(first(2, new SortKey("date", true))).containsExactly("5", "4");
    }

    @Test
    void referencesAndUris() {
        assertThat(first(2, new SortKey("subject", false))).containsExactly("7", "6");
        assertThat(first(2, new SortKey("url", false))).containsExactly("9", "8");
    }

    @Test
    void keysCountInTheirOrder() {
        assertThat(first(9, NAME, new SortKey("subject", false), new SortKey("_id", true)))
                .containsExactly("1", "2", "3", "7", "6", "9", "8", "5", "4");
    }

    @Test
    void positionOfAnotherSortIsRefused() {
        String next = search(Optional.empty(), NAME).next().orElseThrow();
        String unsorted = search(Optional.empty()).next().orElseThrow();
        assertThat(search(Optional.of(next), NAME).resources()).hasSize(1);
        assertRefused(next);
        assertRefused(next, new SortKey("name", true));
        assertRefused(next, NAME, NAME);
        assertRefused(unsorted, NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a",
                "a.",
                ".a",
                "MedicationKnowledge.1/2",
                "AAAA.Medication.1",
                "é.A.1",
                "=.A.1",
                "_.._"
            })
    void hostilePositionIsRefused(String position) {
        assertRefused(position, NAME);
    }

    @Test
    void everyTruncationOfThePositionsValuesIsRefused() {
        String next = search(Optional.empty(), NAME).next().orElseThrow();
        int ends = next.indexOf('.');
        for (int cut = 0; cut < ends; cut++) {
            assertRefused(next.substring(0, cut) + next.substring(ends), NAME);
        }
    }

    private static void assertRefused(String position, SortKey... sort) {
        assertThatThrownBy(() -> search(Optional.of(position), sort))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(position);
    }

    private static SearchPage search(Optional<String> after, SortKey... sort) {
        return snapshot.search(new Query(List.of(TYPE), List.of(), List.of(sort), 1, after));
    }

    private static List<String> first(int count, SortKey... sort) {
        return snapshot
                .search(new Query(List.of(TYPE), List.of(), List.of(sort), count, Optional.empty()))
                .resources()
                .stream()
                .map(resource -> resource.key().id())
                .toList();
    }

    private static IndexValue text(String value) {
        return new IndexValue.Text("name", value);
    }

    private static IndexValue token(String code) {
        return new IndexValue.Token("code", "", code);
    }

    private static IndexValue codeText(String text) {
        return new IndexValue.Text("code", text);
    }

    private static IndexValue date(String start, String end) {
        return new IndexValue.Period("date", Instant.parse(start), Instant.parse(end));
    }
}
