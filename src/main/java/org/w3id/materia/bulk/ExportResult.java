package org.w3id.materia.bulk;

import java.time.Instant;
import java.util.List;

/**
 * How a job ended.
 *
 * @param finished when
 * @param transactionTime when the snapshot was committed that the files were written from
 * @param files in the order of their types; none where nothing matched, or the job failed
 * @param failed whether the files could not be written; the log says why
 */
public record ExportResult(Instant finished, Instant transactionTime, List<ExportFile> files, boolean failed) {
    public ExportResult {
        files = List.copyOf(files);
    }
}
