package org.w3id.materia.store.opensearch;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of the documents of sources, whose own ids may be longer than OpenSearch takes. */
final class SourceId {
    private SourceId() {}

    /** One for each source and generation. */
    static String of(String source, long generation) {
        return UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)) + "~" + generation;
    }
}
