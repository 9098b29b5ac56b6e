package org.w3id.materia.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** More resources than Lucene counts exactly by itself, from several imports and with deletions. */
class PagingProperties {
    private static final int RESOURCES = 3000;
    private static final int GROUPS = 7;

    /** Five sources remain; thirty are few enough to be found without sorting. */
    private static final int RARE_PER_SOURCE = 6;

    private static KnowledgeBase knowledge;

    @BeforeContainer
    static void fill() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "paging");
        knowledge = TestStores.open(data);
        for (int source = 0; source < 4; source++) {
            try (ImportSession session = knowledge.beginImport()) {
                if (source > 0) {
                    session.remove("s" + (source - 1) + "-gone");
                }
                session.put(new Source("s" + source, "1"), resources(source, "kept"));
                session.put(new Source("s" + source + "-gone", "1"), resources(source, "gone"));
                session.commit();
            }
        }
    }

    private static List<IndexedResource> resources(int source, String name) {
        List<IndexedResource> resources = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(source);
        for (int i = 0; i < RESOURCES / 4; i++) {
            String id = Long.toHexString(random.nextLong()) + "-" + name;
            resources.add(TestResources.resource(
                    id, new IndexValue.Token("group", "", i < RARE_PER_SOURCE ? "rare" : "g" + i % GROUPS)));
        }
        return resources;
    }

    @AfterContainer
    static void close() {
        knowledge.close();
    }

    /** What is searched: many, some, or few enough to be found without sorting; and how many there are. */
    @SuppressWarnings("ImmutableEnumChecker") // the list is never changed
    enum Searched {
        ALL(3750, ""),
        TWO_GROUPS(1060, "g1 g2"),
        RARE(30, "rare");

        private final int total;
        private final String groups;

        Searched(int total, String groups) {
            this.total = total;
            this.groups = groups;
        }

        List<Criterion> criteria() {
            List<Criterion.Match> anyOf = Arrays.stream(groups.split(" "))
                    .<Criterion.Match>map(g -> new Criterion.TokenIs("", g))
                    .toList();
            return groups.isEmpty() ? List.of() : List.of(new Criterion("group", anyOf));
        }
    }

    @Property(tries = 40)
    void pagesJoinedAreTheWholeResult(@ForAll Searched searched, @ForAll @IntRange(min = 1, max = 100) int percent) {
        int count = Math.max(1, searched.total * percent / 100);
        try (Snapshot snapshot = knowledge.snapshot()) {
            List<String> whole = ids(page(snapshot, searched, 2 * RESOURCES, Optional.empty()));
            List<String> joined = new ArrayList<>();
            SearchPage page;
            Optional<String> after = Optional.empty();
            do {
                page = page(snapshot, searched, count, after);
                assertThat(page.total()).isEqualTo(searched.total);
                assertThat(page.resources()).hasSizeLessThanOrEqualTo(count);
                joined.addAll(ids(page));
                after = page.next();
            } while (after.isPresent());
            assertThat(joined).isEqualTo(whole).isSorted().doesNotHaveDuplicates();
            assertThat(whole).hasSize(searched.total);
        }
    }

    private static SearchPage page(Snapshot snapshot, Searched searched, int count, Optional<String> after) {
        return snapshot.search(new Query(TestResources.TYPE, searched.criteria(), count, after));
    }

    private static List<String> ids(SearchPage page) {
        return page.resources().stream()
                .map(StoredResource::key)
                .map(key -> key.id())
                .toList();
    }
}
