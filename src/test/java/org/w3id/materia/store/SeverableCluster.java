package org.w3id.materia.store;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.w3id.materia.store.opensearch.client.ClusterSettings;

/** The cluster of the tests as one process sees it, which can be cut off from it. */
public final class SeverableCluster implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ForwardedRequests requests;
    private final HttpServer server;
    private final ClusterSettings settings;

    public SeverableCluster(ClusterSettings cluster) {
        try {
            requests = new ForwardedRequests(cluster.nodes().get(0));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", requests);
            server.setExecutor(threads);
            server.start();
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            settings = new ClusterSettings(
                    List.of(address), cluster.prefix(), cluster.authorization(), cluster.tls(), cluster.leaseTime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the process. */
    public ClusterSettings settings() {
        return settings;
    }

    public void cut() {
        requests.cut();
    }

    public void mend() {
        requests.mend();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
