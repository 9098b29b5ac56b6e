package org.w3id.materia.server.audit;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
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
    private final FileChannel file;
    private boolean failing;

    /** @throws UncheckedIOException where the file cannot be written */
    public AuditLog(FhirContext context, Audit audit) {
        this.context = context;
        this.events = new AuditEvents(audit.queries());
        try {
            file = FileChannel.open(audit.file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
            append((event + '\n').getBytes(StandardCharsets.UTF_8));
            if (failing) {
                LOG.warn("The audit goes on; what was asked meanwhile is missing from it.");
            }
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.error("The audit is not complete: it cannot be written", e);
            }
            failing = true;
        }
    }

    /** The whole line, or nothing of it: half of one would spoil the next, too. */
    private void append(byte[] line) throws IOException {
        long before = file.size();
        try {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        } catch (IOException e) {
            file.truncate(before);
            throw e;
        }
    }
}
