package org.w3id.materia.server.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import org.w3id.materia.server.config.TrustedIssuer;

/**
 * The keys of issuers, read when first needed and kept: an unknown key lets them be read again, at most twice in half a minute, so that new
 * keys are known soon and made-up ones cause no flood. While a key set cannot be had, the last one goes on.
 */
final class KeySets {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofHours(4);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MOST_BYTES = 256 * 1024;

    private KeySets() {}

    /** @throws IllegalArgumentException where the keys are in a file that has none */
    static JWKSource<SecurityContext> of(TrustedIssuer issuer) {
        boolean file = "file".equalsIgnoreCase(issuer.keys().getScheme());
        if (file) {
            requireKeys(issuer.keys());
        }
        ResourceRetriever retriever =
                file ? KeySets::readFile : new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
        return JWKSourceBuilder.create(url(issuer), retriever)
                .refreshAheadCache(false)
                .cache(KEPT.toMillis(), LONGEST_WAIT.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    private static URL url(TrustedIssuer issuer) {
        try {
            return issuer.keys().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("There can be no keys at " + issuer.keys() + ".", e);
        }
    }

    private static Resource readFile(URL url) throws IOException {
        try {
            return new Resource(Files.readString(Path.of(url.toURI())), "application/jwk-set+json");
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** A wrong path is told at the start, and not to the first client. */
    private static void requireKeys(URI file) {
        try {
            if (JWKSet.parse(Files.readString(Path.of(file))).isEmpty()) {
                throw new IllegalArgumentException("There are no keys in " + Path.of(file) + ".");
            }
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException(Path.of(file) + " is no JWK Set that can be read.", e);
        }
    }
}
