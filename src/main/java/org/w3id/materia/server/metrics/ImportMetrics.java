package org.w3id.materia.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.w3id.materia.ingest.ImportListener;

/** How far the import that runs has come, and how many there were. */
final class ImportMetrics implements ImportListener {
    private final Gauge planned;
    private final Gauge converted;
    private final Gauge running;
    private final Counter served;

    ImportMetrics(PrometheusRegistry registry) {
        planned = Gauge.builder()
                .name("materia_import_planned")
                .help("Monographs that the last import had to convert, or the running one has.")
                .register(registry);
        converted = Gauge.builder()
                .name("materia_import_converted")
                .help("How many of these are converted.")
                .register(registry);
        running = Gauge.builder()
                .name("materia_import_running")
                .help("1 from when an import knows what there is to do until its result is served.")
                .register(registry);
        served = Counter.builder()
                .name("materia_imports_total")
                .help("Imports whose result is served, those that found nothing new among them.")
                .register(registry);
    }

    @Override
    public void planned(int toConvert, int unchanged, int removed) {
        planned.set(toConvert);
        converted.set(0);
        running.set(1);
    }

    @Override
    public void converted(String path) {
        converted.inc();
    }

    @Override
    public void served() {
        running.set(0);
        served.inc();
    }
}
