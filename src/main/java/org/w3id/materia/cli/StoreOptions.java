package org.w3id.materia.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import org.w3id.materia.store.opensearch.client.ClusterTls;
import org.w3id.materia.store.opensearch.client.ClusterTls.OwnCertificate;
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

    @Option(
            names = "--store-client-certificate",
            paramLabel = "PEM",
            description = "certificate with its chain that this process shows the nodes, where they ask for one")
    private Path clientCertificate;

    @Option(names = "--store-client-key", paramLabel = "PEM", description = "that certificate's private key")
    private Path clientKey;

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
        if ((clientCertificate == null) != (clientKey == null)) {
            throw new UnusableInputException("--store-client-certificate and --store-client-key go together.");
        }
        return new ClusterSettings(nodes, prefix, authorization(), tls(), ClusterSettings.LEASE_TIME);
    }

    private ClusterTls tls() {
        return new ClusterTls(
                Optional.ofNullable(certificates),
                clientKey == null ? Optional.empty() : Optional.of(new OwnCertificate(clientCertificate, clientKey)));
    }

    private Optional<String> authorization() {
        if (user != null) {
            byte[] plain = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(plain));
        }
        return Optional.ofNullable(token).map(t -> "Bearer " + t);
    }
}
