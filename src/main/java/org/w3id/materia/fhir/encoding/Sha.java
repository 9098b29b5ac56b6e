package org.w3id.materia.fhir.encoding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Secure Hash Algorithm digests. */
public final class Sha {
    private Sha() {}

    /** SHA-256 in hexadecimal digits, of which there are 64. */
    public static String hex256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** SHA-1, which FHIR R4 prescribes for {@code Attachment.hash}. */
    public static byte[] digest1(byte[] bytes) {
        return digest("SHA-1").digest(bytes);
    }

    /** A new SHA-256. */
    static MessageDigest sha256() {
        return digest("SHA-256");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
