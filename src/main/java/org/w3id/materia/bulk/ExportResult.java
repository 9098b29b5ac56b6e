package org.w3id.materia.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a job ended.
 *
 * @param finished when
 * @param transactionTime when the snapshot was committed that the files were written from
 * @param files in the order of their types; none where nothing matched, or the job failed
 * @param deleted Bundles that say what was removed; absent where nothing was, or nobody asked
 * @param failed whether the files could not be written; the log says why
 */
public record ExportResult(
        Instant finished,
        Instant transactionTime,
        List<ExportFile> files,
        Optional<ExportFile> deleted,
        boolean failed) {
    public ExportResult {
        files = List.copyOf(files);
    }
}
