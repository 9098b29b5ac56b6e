package org.w3id.materia.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.w3id.materia.model.Sha;

/**
 * What a file holds, to tell whether a copy is the same.
 *
 * @param length in bytes
 * @param sha256 as hex digits
 */
record ContentDigest(long length, String sha256) {
    static ContentDigest of(Path file) throws IOException {
        MessageDigest digest = Sha.sha256();
        long length = Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return new ContentDigest(length, Sha.hex(digest));
    }
}
