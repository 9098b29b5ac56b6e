package org.w3id.materia.store.opensearch.client;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.w3id.materia.model.pem.PemFiles;
import org.w3id.materia.model.pem.UnusableCertificateException;
import org.w3id.materia.store.UnusableStoreException;

/**
 * By what the cluster's nodes and this process know each other.
 *
 * @param authorities PEM file of the certificate authorities that vouch for the nodes; empty for those of the platform
 * @param own what this process shows the nodes; empty where they ask for none
 */
public record ClusterTls(Optional<Path> authorities, Optional<OwnCertificate> own) {
    /** Nodes that the platform's authorities vouch for, and that ask for no certificate. */
    public static final ClusterTls USUAL = new ClusterTls(Optional.empty(), Optional.empty());

    /** A certificate of this process with its chain, and the private key, in PEM. */
    public record OwnCertificate(Path certificate, Path key) {}

    /** What it is read from. */
    List<Path> files() {
        return Stream.concat(authorities.stream(), own.stream().flatMap(o -> Stream.of(o.certificate(), o.key())))
                .toList();
    }

    /**
     * As the files are now; empty where all is as usual.
     *
     * @throws UnusableStoreException where a file is not what it should be
     */
    Optional<SSLContext> context() {
        if (equals(USUAL)) {
            return Optional.empty();
        }
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            if (own.isPresent()) {
                keys.init(PemFiles.read(own.get().certificate(), own.get().key()), PemFiles.PASSWORD);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            if (authorities.isPresent()) {
                trust.init(PemFiles.trusted(authorities.get()));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    own.isPresent() ? keys.getKeyManagers() : null,
                    authorities.isPresent() ? trust.getTrustManagers() : null,
                    null);
            return Optional.of(context);
        } catch (UnusableCertificateException | GeneralSecurityException e) {
            throw new UnusableStoreException("The cluster cannot be asked by TLS: " + e.getMessage(), e);
        }
    }
}
