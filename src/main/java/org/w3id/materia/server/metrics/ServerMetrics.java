package org.w3id.materia.server.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.w3id.materia.ingest.ImportListener;
import org.w3id.materia.server.http.PageHandler;
import org.w3id.materia.store.KnowledgeBase;

/** All that one server measures. */
public final class ServerMetrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final RequestMetrics requests;
    private final ImportMetrics imports;

    /**
     * @param version of the program
     * @param operations that are served, each with its {@code $}
     */
    public ServerMetrics(String version, Set<String> operations, KnowledgeBase knowledge) {
        requests = new RequestMetrics(registry, operations);
        imports = new ImportMetrics(registry);
        new ContentMetrics(registry, knowledge, InstantSource.system());
        Info.builder()
                .name("materia_build_info")
                .help("Which Materia this is.")
                .labelNames("version")
                .register(registry)
                .setLabelValues(version);
        JvmMetrics.builder().register(registry);
    }

    /** Measures a number that somebody else knows, whenever it is asked for. */
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /** Hears of each request that is answered. */
    public RequestMetrics requests() {
        return requests;
    }

    /** Hears of imports. */
    public ImportListener imports() {
        return imports;
    }

    /** Shows what was measured. */
    public PageHandler page() {
        return new MetricsHandler(registry);
    }
}
