package org.w3id.materia.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.store.TestResources.key;
import static org.w3id.materia.store.TestResources.version;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameContentTest {
    @TempDir
    Path data;

    /** What a medicine is contraindicated for stands in other resources than its own. */
    @Test
    void newValuesFindTheSameContentWithItsTimeOfUpdate() {
        try (KnowledgeBase knowledge = TestStores.open(data)) {
            TestResources.put(
                    knowledge,
                    "s",
                    version(key("a"), "1", TestResources.UPDATED, new IndexValue.Token("p", "", "old")));
            TestResources.put(
                    knowledge,
                    "s",
                    version(
                            key("a"),
                            "1",
                            TestResources.UPDATED.plusSeconds(60),
                            new IndexValue.Token("p", "", "new")));
            try (Snapshot snapshot = knowledge.snapshot()) {
                assertThat(MatchesTest.found(snapshot, TestResources.TYPE, "p", new Criterion.TokenIs(null, "old")))
                        .isEmpty();
                assertThat(MatchesTest.found(snapshot, TestResources.TYPE, "p", new Criterion.TokenIs(null, "new")))
                        .isEqualTo(List.of("a"));
                assertThat(snapshot.read(key("a")).orElseThrow().lastUpdated()).isEqualTo(TestResources.UPDATED);
            }
        }
    }
}
