package org.w3id.materia.terminology.loaded;

import java.util.List;
import org.w3id.materia.model.Finding;

/**
 * What a load did.
 *
 * @param items the code systems, value sets and concept maps of the release
 * @param concepts number of concepts of code systems that are kept concept by concept
 * @param crossReferences number of codes of other code systems
 * @param changed false where the same was loaded already
 * @param files of the release
 * @param findings what could not be understood, with file and line
 */
public record LoadReport(
        List<LoadedItem> items,
        long concepts,
        long crossReferences,
        boolean changed,
        Files files,
        List<Finding> findings) {
    public LoadReport {
        items = List.copyOf(items);
        findings = List.copyOf(findings);
    }

    /**
     * The files of a release, by their paths in it.
     *
     * @param read those of which something was read
     * @param unread all others
     */
    public record Files(List<String> read, List<String> unread) {
        public Files {
            read = List.copyOf(read);
            unread = List.copyOf(unread);
        }
    }

    /** How many findings are of something that was not understood: what is of no concern, and lines of another character set, are none. */
    public long notUnderstood() {
        return findings.stream()
                .filter(f -> f.severity() != Finding.Severity.INFORMATION)
                .filter(f -> !f.code().equals("windows-1252"))
                .count();
    }
}
