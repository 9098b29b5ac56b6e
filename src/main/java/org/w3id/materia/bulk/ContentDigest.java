package org.w3id.materia.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file holds, to tell whether a copy is the same.
 *
 * @param length in bytes
 * @param sha256 as hex digits
 */
record ContentDigest(long length, String sha256) {
    static ContentDigest of(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long length = Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return new ContentDigest(length, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
