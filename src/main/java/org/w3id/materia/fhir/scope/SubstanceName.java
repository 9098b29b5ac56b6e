package org.w3id.materia.fhir.scope;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.model.Sha;

/**
 * An ingredient's name reduced to what its Substance is known by. Several monographs share a Substance, so all that the Substance
 * says comes from this name alone.
 *
 * @param slug lower-case letters and digits of ASCII, with single hyphens between
 */
public record SubstanceName(String slug) {
    private static final int LEGAL_LENGTH = 64;
    private static final int CUT_LENGTH = 55;
    private static final int HASH_LENGTH = 8;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    /** Names that differ in case, marks or punctuation give the same. One without any letter or digit of ASCII gives its hash. */
    public static SubstanceName of(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        String slug = OTHERS.matcher(plain).replaceAll("-");
        int start = slug.startsWith("-") ? 1 : 0;
        int end = slug.endsWith("-") && slug.length() > start ? slug.length() - 1 : slug.length();
        String trimmed = slug.substring(start, end);
        return new SubstanceName(trimmed.isEmpty() ? "x" + hash(name) : trimmed);
    }

    /** The Substance's id: the slug where that is a legal id, else cut and made unique by a hash. */
    public String id() {
        return slug.length() <= LEGAL_LENGTH ? slug : slug.substring(0, CUT_LENGTH) + "-" + hash(slug);
    }

    /** The name as text: hyphens as spaces. */
    public String text() {
        return slug.replace('-', ' ');
    }

    /** To the Substance of that name, which is served with each monograph that refers to it. */
    public Reference reference() {
        return new Reference("Substance/" + id());
    }

    private static String hash(String s) {
        return Sha.hex256(s).substring(0, HASH_LENGTH);
    }
}
