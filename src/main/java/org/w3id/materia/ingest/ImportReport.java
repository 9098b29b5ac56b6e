package org.w3id.materia.ingest;

import java.time.Duration;
import java.util.List;
import org.w3id.materia.model.Finding;

/**
 * What an import did.
 *
 * @param converted monographs that were new or changed, and could be converted
 * @param unchanged monographs that were left as they were
 * @param removed sources that are there no longer, or cannot be read any longer
 * @param failed monographs that were new or changed and could not be converted; they are not served
 * @param resources how many the converted monographs gave, shared ones counted once for each
 * @param findings of this look at the folders and of every monograph, the unchanged ones included; by path
 */
public record ImportReport(
        int converted,
        int unchanged,
        int removed,
        int failed,
        long resources,
        List<Finding> findings,
        Duration duration) {
    public ImportReport {
        findings = List.copyOf(findings);
    }

    /** Those findings for which a file is not served. */
    public List<Finding> errors() {
        return findings.stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .toList();
    }

    /** How many files are not served. */
    public long notUsable() {
        return errors().stream().map(Finding::path).distinct().count();
    }

    /** Whether the folders held anything new, changed or gone. */
    public boolean changed() {
        return converted + removed + failed > 0;
    }
}
