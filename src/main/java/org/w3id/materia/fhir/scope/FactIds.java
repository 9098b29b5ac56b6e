package org.w3id.materia.fhir.scope;

import java.util.HashMap;
import java.util.Map;
import org.w3id.materia.model.Sha;

/**
 * Ids of the facts of one monograph: the monograph's id, cut, and twelve hex digits of the SHA-256 of the fact's type and content.
 * Offsets and quotes are no part of it, so a fact keeps its id when the text around it changes. The second of two equal facts
 * counts as another fact.
 */
final class FactIds {
    private static final int HASH_LENGTH = 12;
    private static final int LEGAL_LENGTH = 64;
    private static final char SEPARATOR = '\u001f';

    private final String monographId;
    private final Map<String, Integer> occurrences = new HashMap<>();

    FactIds(String monographId) {
        this.monographId = monographId;
    }

    /** The id of the next fact with this type and content. */
    String next(String type, String... content) {
        StringBuilder fact = new StringBuilder(type).append(SEPARATOR).append(monographId);
        for (String part : content) {
            fact.append(SEPARATOR).append(part);
        }
        int occurrence = occurrences.merge(fact.toString(), 1, Integer::sum);
        fact.append(SEPARATOR).append(occurrence);
        String hash = Sha.hex256(fact.toString()).substring(0, HASH_LENGTH);
        int room = LEGAL_LENGTH - HASH_LENGTH - 1;
        return monographId.substring(0, Math.min(monographId.length(), room)) + "-" + hash;
    }
}
