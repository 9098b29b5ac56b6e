package org.w3id.materia.store.lucene.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.model.Sha;

/**
 * A file of an archive, as its list of contents says it.
 *
 * @param name below the data directory, with slashes
 * @param size in bytes
 * @param checksum SHA-256, in hex digits
 */
record ArchivedFile(String name, long size, String checksum) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d{1,18}) (\\S.*)");

    /** In one of the two folders that are copied, and nowhere else. */
    private static final Pattern NAME = Pattern.compile("(index|terminologies)(/[A-Za-z0-9_][A-Za-z0-9._-]*)+");

    /** Copies the content, and looks at it meanwhile. */
    static ArchivedFile copy(String name, InputStream content, OutputStream to) throws IOException {
        MessageDigest digest = Sha.sha256();
        long size = new DigestInputStream(content, digest).transferTo(to);
        return new ArchivedFile(name, size, Sha.hex(digest));
    }

    /** @throws UnusableBackupException where the line is none of a list of contents */
    static ArchivedFile parse(String line) throws UnusableBackupException {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || !NAME.matcher(matcher.group(3)).matches()) {
            throw new UnusableBackupException("its list of contents has a line that is none: '" + line + "'");
        }
        return new ArchivedFile(matcher.group(3), Long.parseLong(matcher.group(2)), matcher.group(1));
    }

    String line() {
        return checksum + " " + size + " " + name;
    }
}
