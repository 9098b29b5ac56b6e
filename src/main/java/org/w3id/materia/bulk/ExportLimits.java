package org.w3id.materia.bulk;

import java.time.Duration;

/**
 * Bounds on exports.
 *
 * @param concurrent how many may run at a time
 * @param kept how many there may be at all, those that run among them: each takes about the disk space of the content
 * @param keptFor how long a finished one stays
 * @param page resources that are in memory at a time, for each that runs
 */
public record ExportLimits(int concurrent, int kept, Duration keptFor, int page) {
    public static final ExportLimits DEFAULT = new ExportLimits(2, 8, Duration.ofHours(24), 1000);
}
