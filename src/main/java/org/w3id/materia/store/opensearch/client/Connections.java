package org.w3id.materia.store.opensearch.client;

import java.net.http.HttpClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.pem.RenewedFiles;

/**
 * Connections to the nodes. Where a certificate or a key has been renewed, all requests from then on go by new ones, which know it; those that
 * are under way end with what they began with.
 */
final class Connections {
    /** How long one may take to be made. */
    static final Duration CONNECT = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ClusterTls tls;
    private final RenewedFiles files;
    private volatile HttpClient current;
    private volatile long looked = System.nanoTime();

    Connections(ClusterTls tls) {
        this.tls = tls;
        files = new RenewedFiles(tls.files());
        current = made();
    }

    private HttpClient made() {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        tls.context().ifPresent(builder::sslContext);
        return builder.build();
    }

    /** What the next request is sent with. */
    HttpClient client() {
        if (System.nanoTime() - looked >= INTERVAL.toNanos()) {
            look();
        }
        return current;
    }

    private synchronized void look() {
        looked = System.nanoTime();
        try {
            if (files.look(() -> current = made())) {
                LOG.info("The certificates for the cluster have been renewed.");
            }
        } catch (Exception e) {
            LOG.warn("The certificates for the cluster stay those that they were: {}", e.getMessage());
        }
    }
}
