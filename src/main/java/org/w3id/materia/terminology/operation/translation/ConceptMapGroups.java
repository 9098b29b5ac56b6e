package org.w3id.materia.terminology.operation.translation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;

/**
 * The groups of concept maps, ready to be asked in both directions: what finds a code among their thousands of elements is made once,
 * and kept as long as the map is. Safe for several threads.
 */
public final class ConceptMapGroups {
    /** A target with the element that leads to it. */
    record Mapped(SourceElementComponent element, TargetElementComponent target) {}

    private record Ready(Map<String, List<SourceElementComponent>> bySource, Map<String, List<Mapped>> byTarget) {
        static Ready of(ConceptMapGroupComponent group) {
            Ready ready = new Ready(new HashMap<>(), new HashMap<>());
            for (SourceElementComponent element : group.getElement()) {
                put(ready.bySource, element.getCode(), element);
                element.getTarget().forEach(t -> put(ready.byTarget, t.getCode(), new Mapped(element, t)));
            }
            return ready;
        }

        private static <T> void put(Map<String, List<T>> index, String code, T value) {
            index.computeIfAbsent(code, k -> new ArrayList<>(1)).add(value);
        }
    }

    private final LoadingCache<ConceptMapGroupComponent, Ready> ready =
            Caffeine.newBuilder().weakKeys().softValues().build(Ready::of);

    /**
     * The elements of a source code, in order.
     *
     * @param group that does not change any more
     */
    List<SourceElementComponent> from(String code, ConceptMapGroupComponent group) {
        return ready.get(group).bySource().getOrDefault(code, List.of());
    }

    /** The targets that are a code, in order. */
    List<Mapped> to(String code, ConceptMapGroupComponent group) {
        return ready.get(group).byTarget().getOrDefault(code, List.of());
    }
}
