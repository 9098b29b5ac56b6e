package org.w3id.materia.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What decides whether a monograph needs converting: its bytes, and everything else that the result depends on. */
final class Fingerprint {
    private Fingerprint() {}

    /**
     * SHA-256 in hex.
     *
     * @param converter version of the converter and fingerprint of the loaded terminology
     */
    static String of(byte[] content, String converter) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(converter.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
