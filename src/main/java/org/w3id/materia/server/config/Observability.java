package org.w3id.materia.server.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What operators see.
 *
 * @param managementPort where health and metrics are served, instead of beside the content; 0 takes a free one
 * @param requestLog how each request is told in the log
 * @param audit who asked what, where it is written
 */
public record Observability(OptionalInt managementPort, RequestLogForm requestLog, Optional<Audit> audit) {
    /** Metrics beside the content, and no line for each request. */
    public static final Observability NONE =
            new Observability(OptionalInt.empty(), RequestLogForm.NONE, Optional.empty());

    /** @throws IllegalArgumentException where the port is none; the message names it by its option */
    public Observability {
        managementPort.ifPresent(port -> ServerConfiguration.requirePort("--management-port", port));
    }

    /**
     * AuditEvents.
     *
     * @param file to which they are appended, one a line
     * @param queries whether they tell what was asked in a query
     */
    public record Audit(Path file, boolean queries) {}

    /** How the log tells of each request: not at all, in a line for people, or as a JSON object. */
    public enum RequestLogForm {
        NONE,
        TEXT,
        JSON
    }
}
