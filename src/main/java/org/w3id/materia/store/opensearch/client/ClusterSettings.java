package org.w3id.materia.store.opensearch.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the cluster is, and as who it is used.
 *
 * @param nodes addresses of nodes, without a path; any of them answers any request
 * @param prefix begins the name of each index, so that several knowledge bases can share a cluster
 * @param authorization value of the {@code Authorization} header; empty where the cluster asks for none
 * @param tls for nodes that are asked by {@code https}
 * @param leaseTime how long an import that shows no sign of life keeps others from importing
 */
public record ClusterSettings(
        List<URI> nodes, String prefix, Optional<String> authorization, ClusterTls tls, Duration leaseTime) {
    /** What an import keeps for itself without a sign of life. */
    public static final Duration LEASE_TIME = Duration.ofSeconds(15);

    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public ClusterSettings {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a cluster has one node at least");
        }
        for (URI node : nodes) {
            boolean plain = "http".equals(node.getScheme()) || "https".equals(node.getScheme());
            if (!plain
                    || node.getHost() == null
                    || !node.getPath().replace("/", "").isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + node + "' is not the address of a node, as https://search-1.example.org:9200 is");
            }
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "'" + prefix + "' cannot begin an index's name: small letters, digits and hyphens can");
        }
    }
}
