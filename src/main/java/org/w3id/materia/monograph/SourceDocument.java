package org.w3id.materia.monograph;

import java.util.Objects;
import org.w3id.materia.model.Sha;

/**
 * One file: its name and its text, unchanged (byte order mark and line ends included), so that offsets into {@code
 * text} are offsets into what {@code Binary/{id}} serves.
 *
 * @param path the file, relative to the folder that was named, with {@code /} as separator
 * @param text the decoded content
 */
public record SourceDocument(String path, String text) {
    private static final int LEGAL_ID_LENGTH = 64;
    private static final int CUT_LENGTH = 55;
    private static final int HASH_LENGTH = 8;

    public SourceDocument {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
    }

    /** The file's name without folders and without the ending {@code .md}. */
    public String baseName() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".md") ? name.substring(0, name.length() - 3) : name;
    }

    /**
     * The monograph's FHIR id: the base name where that is a legal id (FHIR R4, 2.24.0.1 Primitive Types, {@code id});
     * else made legal, cut, and made unique by eight hex digits of the base name's SHA-256.
     */
    public String id() {
        String base = baseName();
        if (!base.isEmpty() && base.length() <= LEGAL_ID_LENGTH && base.chars().allMatch(SourceDocument::legalInId)) {
            return base;
        }
        StringBuilder legal = new StringBuilder();
        base.codePoints().forEach(c -> legal.append(legalInId(c) ? (char) c : '-'));
        legal.setLength(Math.min(legal.length(), CUT_LENGTH));
        return legal + "-" + Sha.hex256(base).substring(0, HASH_LENGTH);
    }

    /** SHA-256 of the text's UTF-8 bytes, in hex. */
    public String hash() {
        return Sha.hex256(text);
    }

    /** One-based line of an offset into the text. */
    public int lineOf(int offset) {
        int line = 1;
        for (int i = 0; i < offset && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n')) {
                line++;
            }
        }
        return line;
    }

    private static boolean legalInId(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
    }
}
