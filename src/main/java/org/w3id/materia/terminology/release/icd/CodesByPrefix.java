package org.w3id.materia.terminology.release.icd;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The codes read so far, of which a longer code's parent is the longest that it begins with. */
final class CodesByPrefix {
    private final Set<String> codes = new HashSet<>();

    /** Adds a code; false where it is there already. */
    boolean add(String code) {
        return codes.add(code);
    }

    Optional<String> parent(String code) {
        for (int length = code.length() - 1; length >= 3; length--) {
            String shorter = code.substring(0, length);
            if (codes.contains(shorter)) {
                return Optional.of(shorter);
            }
        }
        return Optional.empty();
    }
}
