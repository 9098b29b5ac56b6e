package org.w3id.materia.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import picocli.CommandLine.Option;

/** Where a command finds the content: in its data directory, or in a cluster. */
final class StoreOptions {
    @Option(
            names = "--store",
            split = ",",
            paramLabel = "URL",
            description = "nodes of an OpenSearch cluster that keeps the content, instead of the data directory")
    private List<URI> nodes = List.of();

    @Option(
            names = "--store-prefix",
            paramLabel = "NAME",
            defaultValue = "materia",
            description =
                    "begins the names of the indices; another one is another knowledge base (default: ${DEFAULT-VALUE})")
    private String prefix;

    @Option(names = "--store-user", paramLabel = "NAME", description = "as who the cluster is used")
    private String user;

    @Option(names = "--store-password", description = "the user's password; better in MATERIA_STORE_PASSWORD")
    private String password;

    @Option(names = "--store-token", description = "instead of a user: a bearer token; better in MATERIA_STORE_TOKEN")
    private String token;

    @Option(
            names = "--store-certificates",
            paramLabel = "PEM",
            description = "certificate authorities that vouch for the cluster's nodes")
    private Path certificates;

    boolean isCluster() {
        return !nodes.isEmpty();
    }

    /** @throws UnusableInputException where the options do not go together */
    ClusterSettings cluster() throws UnusableInputException {
        if ((user == null) != (password == null)) {
            throw new UnusableInputException("--store-user and --store-password go together.");
        }
        if (user != null && token != null) {
            throw new UnusableInputException("The cluster is used with a user or with a token, not with both.");
        }
        return new ClusterSettings(
                nodes, prefix, authorization(), Optional.ofNullable(certificates), ClusterSettings.LEASE_TIME);
    }

    private Optional<String> authorization() {
        if (user != null) {
            byte[] plain = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(plain));
        }
        return Optional.ofNullable(token).map(t -> "Bearer " + t);
    }
}
