package org.w3id.materia.bulk;

import java.time.Instant;
import java.util.Optional;

/**
 * An export that a client has asked for.
 *
 * @param id not to be guessed: whoever knows it may fetch the files and end the job
 * @param submitted when it was asked for
 * @param result absent as long as it runs
 */
public record ExportJob(String id, ExportRequest request, Instant submitted, Optional<ExportResult> result) {
    ExportJob finished(ExportResult how) {
        return new ExportJob(id, request, submitted, Optional.of(how));
    }
}
