package org.w3id.materia.store.opensearch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.StoredResource;

/**
 * What generations answered lately. A generation never changes, so what it has answered once is right as long as it is asked. Takes a
 * bounded share of the heap. Safe for several threads.
 */
final class Answers {
    private static final long SHARE_OF_HEAP = 8;

    /** About what an entry takes beside the JSON. */
    private static final int BYTES_AROUND = 1000;

    private final Cache<Asked, Object> answers = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
            .weigher((Asked asked, Object answer) -> BYTES_AROUND + bytes(answer))
            .build();

    private record Asked(long generation, Object question) {}

    /** The answer, from before or from the cluster. Equal questions have answers of one type. */
    @SuppressWarnings("unchecked")
    <T> T get(long generation, Object question, Supplier<T> ask) {
        Asked asked = new Asked(generation, question);
        Object known = answers.getIfPresent(asked);
        if (known == null) {
            known = ask.get();
            answers.put(asked, known);
        }
        return (T) known;
    }

    private static int bytes(Object answer) {
        if (answer instanceof SearchPage page) {
            return page.resources().stream().mapToInt(r -> r.json().length).sum();
        } else if (answer instanceof Optional<?> read && read.isPresent()) {
            return ((StoredResource) read.get()).json().length;
        }
        return 0;
    }
}
