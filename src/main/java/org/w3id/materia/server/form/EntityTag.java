package org.w3id.materia.server.form;

import java.util.Enumeration;
import java.util.Iterator;
import org.w3id.materia.model.Sha;
import org.w3id.materia.store.StoredResource;

/**
 * What a client names a version by (RFC 9110, 8.8.3). Weak, because a version has one tag in every form and coding.
 *
 * @param opaque without quotes
 */
public record EntityTag(String opaque) {
    private static final int DIGITS = 32;

    /** The version's id, which changes exactly when the content does. */
    public static EntityTag of(StoredResource stored) {
        return new EntityTag(stored.versionId());
    }

    /** For what has no version id: changes with every byte of its plain JSON. */
    public static EntityTag ofContent(byte[] json) {
        return new EntityTag(Sha.hex256(json).substring(0, DIGITS));
    }

    /** As it stands in {@code ETag}. */
    public String header() {
        return "W/\"" + opaque + '"';
    }

    /** Whether any of these {@code If-None-Match} headers names it. Comparison is weak: a strong tag of the same version matches as well. */
    public boolean isNamedIn(Enumeration<String> headers) {
        for (Iterator<String> each = headers.asIterator(); each.hasNext(); ) {
            for (String tag : each.next().split(",", -1)) {
                String named = tag.strip().startsWith("W/") ? tag.strip().substring(2) : tag.strip();
                if (named.equals("*") || named.equals('"' + opaque + '"')) {
                    return true;
                }
            }
        }
        return false;
    }
}
