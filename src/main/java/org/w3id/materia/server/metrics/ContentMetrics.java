package org.w3id.materia.server.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.w3id.materia.model.Finding;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** What is served: its generation, its size and age, and what reading the monographs has found. Counted once for each generation. */
final class ContentMetrics {
    private record Content(
            long generation, Instant committed, Map<String, Integer> resources, Map<String, Integer> findings) {}

    private final KnowledgeBase knowledge;
    private Content counted = new Content(-1, Instant.EPOCH, Map.of(), Map.of());

    ContentMetrics(PrometheusRegistry registry, KnowledgeBase knowledge, InstantSource clock) {
        this.knowledge = knowledge;
        gauge(registry, "materia_generation", "Number of the generation that is served.", Content::generation);
        gauge(
                registry,
                "materia_generation_age_seconds",
                "Time since it was committed: how old the newest content is.",
                content ->
                        Duration.between(content.committed(), clock.instant()).toMillis() / 1000.0);
        counts(registry, "materia_resources", "Resources that are served.", "type", Content::resources);
        counts(
                registry,
                "materia_findings",
                "Findings of the monographs that are served.",
                "severity",
                Content::findings);
    }

    private void gauge(PrometheusRegistry registry, String name, String help, ToDoubleFunction<Content> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.applyAsDouble(content())))
                .register(registry);
    }

    private void counts(
            PrometheusRegistry registry,
            String name,
            String help,
            String label,
            Function<Content, Map<String, Integer>> counts) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(callback -> counts.apply(content()).forEach((value, count) -> callback.call(count, value)))
                .register(registry);
    }

    private synchronized Content content() {
        try (Snapshot snapshot = knowledge.snapshot()) {
            if (snapshot.generation() != counted.generation()) {
                counted = new Content(
                        snapshot.generation(), snapshot.committed(), snapshot.counts(), bySeverity(snapshot));
            }
            return counted;
        }
    }

    private static Map<String, Integer> bySeverity(Snapshot snapshot) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Finding.Severity severity : Finding.Severity.values()) {
            counts.put(severity.name().toLowerCase(Locale.ROOT), 0);
        }
        snapshot.findings().forEach(f -> counts.merge(f.severity().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts;
    }
}
