package org.w3id.materia.server.audit;

import ca.uhn.fhir.context.FhirContext;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.server.config.Observability.Audit;
import org.w3id.materia.server.interaction.Kind;
import org.w3id.materia.server.interaction.RestInteraction;

/** Appends an AuditEvent for each request for content to a file, one a line. */
public final class AuditLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    /** What gives no content. */
    private static final Set<Kind> NOT_TOLD =
            EnumSet.of(Kind.HEALTH, Kind.METRICS, Kind.CAPABILITIES, Kind.DESCRIPTION, Kind.CDS_DISCOVERY);

    private final FhirContext context;
    private final AuditEvents events;
    private final BufferedWriter out;
    private boolean failing;

    /** @throws UncheckedIOException where the file cannot be written */
    public AuditLog(FhirContext context, Audit audit) {
        this.context = context;
        this.events = new AuditEvents(audit.queries());
        try {
            out = Files.newBufferedWriter(
                    audit.file(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The audit cannot be written to " + audit.file() + ": " + e, e);
        }
    }

    @Override
    public void log(Request request, Response response) {
        if (!NOT_TOLD.contains(RestInteraction.of(request).kind())) {
            write(context.newJsonParser()
                    .encodeResourceToString(events.of(request, response.getStatus(), Instant.now())));
        }
    }

    /** Requests go on where it fails, and the log says so, once until it goes on. */
    private synchronized void write(String event) {
        try {
            out.write(event);
            out.write('\n');
            out.flush();
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.error("The audit is not complete: it cannot be written", e);
            }
            failing = true;
        }
    }
}
