package org.w3id.materia.bulk;

/**
 * One file of an export: every resource of a type, each on a line of its own. Beside it, with {@link #GZIP} behind its
 * name, lies the same compressed.
 *
 * @param type resource type
 * @param count how many resources are in it; at least one
 */
public record ExportFile(String type, long count) {
    static final String GZIP = ".gz";

    /** The type of the file that says what was removed: no Bundle is ever exported as a resource. */
    static final String DELETED = "Bundle";

    /** Its name within the export. */
    public String name() {
        return type + ".ndjson";
    }
}
