package org.w3id.materia.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.IndexValue;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.StoredResource;

/** More resources than Lucene counts exactly by itself, from several imports and with deletions. */
class PagingProperties {
    private static final int RESOURCES = 3000;
    private static final int GROUPS = 7;

    private static LuceneKnowledgeBase knowledge;

    @BeforeContainer
    static void fill() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "paging");
        knowledge = LuceneKnowledgeBase.open(data);
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
            resources.add(TestResources.resource(id, new IndexValue.Token("group", "", "g" + i % GROUPS)));
        }
        return resources;
    }

    @AfterContainer
    static void close() {
        knowledge.close();
    }

    @Property(tries = 25)
    void pagesJoinedAreTheWholeResult(@ForAll @IntRange(min = 1, max = 4000) int count, @ForAll boolean all) {
        List<Criterion> criteria = all
                ? List.of()
                : List.of(new Criterion(
                        "group", List.of(new Criterion.TokenIs("", "g1"), new Criterion.TokenIs("", "g2"))));
        try (Snapshot snapshot = knowledge.snapshot()) {
            List<String> whole = ids(page(snapshot, criteria, 2 * RESOURCES, Optional.empty()));
            List<String> joined = new ArrayList<>();
            SearchPage page;
            Optional<String> after = Optional.empty();
            do {
                page = page(snapshot, criteria, Math.max(count, 30), after);
                assertThat(page.total()).isEqualTo(whole.size());
                joined.addAll(ids(page));
                after = Optional.of(joined.get(joined.size() - 1));
            } while (page.more());
            assertThat(joined).isEqualTo(whole).isSorted().doesNotHaveDuplicates();
            assertThat(whole).hasSize(all ? 3750 : 1070);
        }
    }

    private static SearchPage page(Snapshot snapshot, List<Criterion> allOf, int count, Optional<String> after) {
        return snapshot.search(new Query(TestResources.TYPE, allOf, count, after));
    }

    private static List<String> ids(SearchPage page) {
        return page.resources().stream()
                .map(StoredResource::key)
                .map(key -> key.id())
                .toList();
    }
}
