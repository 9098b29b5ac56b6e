package org.w3id.materia.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.w3id.materia.server.interaction.Kind;
import org.w3id.materia.server.interaction.RestInteraction;

/** Counts every answered request, whoever answered it, with the time from its first byte to the last of its answer. */
public final class RequestMetrics implements RequestLog {
    private static final String FAST = RequestMetrics.class.getName() + ".fast";

    /** Of seconds: fast answers take tenths of a millisecond, exports and broad searches seconds. */
    private static final double[] BOUNDS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Set<String> operations;
    private final Counter requests;
    private final Histogram seconds;

    /** @param operations with their {@code $}: any other name that a client thinks of is counted as one */
    RequestMetrics(PrometheusRegistry registry, Set<String> operations) {
        this.operations = Set.copyOf(operations);
        requests = Counter.builder()
                .name("materia_http_requests_total")
                .help("Requests answered, by interaction, status, and whether the fast path answered.")
                .labelNames("interaction", "status", "fast")
                .withoutExemplars()
                .register(registry);
        seconds = Histogram.builder()
                .name("materia_http_request_seconds")
                .help("From the first byte of a request to the last of its answer.")
                .labelNames("interaction")
                .classicOnly()
                .classicUpperBounds(BOUNDS)
                .withoutExemplars()
                .register(registry);
    }

    /** Tells that the fast path answers. */
    public static void markFast(Request request) {
        request.setAttribute(FAST, true);
    }

    @Override
    public void log(Request request, Response response) {
        RestInteraction interaction = RestInteraction.of(request);
        String label = label(interaction);
        String fast = request.getAttribute(FAST) == null ? "false" : "true";
        requests.labelValues(label, Integer.toString(response.getStatus()), fast)
                .inc();
        if (interaction.kind() != Kind.CHANGES) { // It lasts as long as the client listens.
            seconds.labelValues(label).observe(NanoTime.since(request.getBeginNanoTime()) / NANOS);
        }
    }

    private String label(RestInteraction interaction) {
        boolean known = interaction.kind() == Kind.OPERATION && operations.contains(interaction.operation());
        return known ? interaction.operation() : interaction.kind().label();
    }
}
