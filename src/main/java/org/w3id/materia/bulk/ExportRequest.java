package org.w3id.materia.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a client asked to be exported.
 *
 * @param url of the request, as the client sent it; the manifest names it
 * @param types resource types; empty for all that are there
 * @param since only what was updated after it; absent for everything
 */
public record ExportRequest(String url, List<String> types, Optional<Instant> since) {
    public ExportRequest {
        types = List.copyOf(types);
    }
}
