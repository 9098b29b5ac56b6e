package org.w3id.materia.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Secure Hash Algorithm digests (FIPS 180-4). */
public final class Sha {
    private Sha() {}

    /** A new SHA-256, for what is not there at once. */
    public static MessageDigest sha256() {
        return digest("SHA-256");
    }

    /** What a digest comes to, in hexadecimal digits; it begins anew. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 in hexadecimal digits, of which there are 64. */
    public static String hex256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** The same of the text's bytes in UTF-8. */
    public static String hex256(String text) {
        return hex256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-1, which FHIR R4 prescribes for {@code Attachment.hash}. */
    public static byte[] digest1(byte[] bytes) {
        return digest("SHA-1").digest(bytes);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
