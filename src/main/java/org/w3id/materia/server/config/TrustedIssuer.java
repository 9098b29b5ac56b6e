package org.w3id.materia.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/**
 * Somebody whose tokens are believed.
 *
 * @param name as tokens say it ({@code iss})
 * @param keys where the public keys are (a JWK Set, RFC 7517): a file, or a web address that nobody on the way can change
 */
public record TrustedIssuer(String name, URI keys) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @param keys URL or path of the JWK Set
     * @param option that says it, for messages
     * @throws IllegalArgumentException where the issuer is blank, or the keys come over plain HTTP from another machine
     */
    public static TrustedIssuer of(String name, String keys, String option) {
        if (name.isBlank() || keys.isBlank()) {
            throw new IllegalArgumentException(option + " needs an issuer, and where the keys of it are.");
        }
        return new TrustedIssuer(name.strip(), address(keys.strip(), option));
    }

    /**
     * @param text issuer and keys in the form {@code ISSUER=KEYS}
     * @throws IllegalArgumentException as {@link #of} does
     */
    public static TrustedIssuer parse(String text, String option) {
        int sign = text.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException(option + " has the form ISSUER=KEYS, such as"
                    + " https://ehr.example.org=https://ehr.example.org/jwks.json, and not '" + text + "'.");
        }
        return of(text.substring(0, sign), text.substring(sign + 1), option);
    }

    private static URI address(String keys, String option) {
        try {
            if (!keys.matches("(?i)(https?|file):.*")) {
                return Path.of(keys).toAbsolutePath().toUri();
            }
            URI uri = URI.create(keys);
            if (!"http".equalsIgnoreCase(uri.getScheme()) || THIS_MACHINE.contains(uri.getHost())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " names keys that have no address: '" + keys + "'.", e);
        }
        throw new IllegalArgumentException(option
                + " names keys that come over plain HTTP, where anyone on the way could put others in their place: '"
                + keys + "'.");
    }
}
