package org.w3id.materia.server.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.w3id.materia.bulk.ExportFile;
import org.w3id.materia.bulk.ExportJob;
import org.w3id.materia.bulk.ExportResult;
import org.w3id.materia.bulk.Exports;

/** How far an export is, or its manifest (Bulk Data Access 2.0, Bulk Data Status Request). */
final class ExportStatus {
    /** Seconds that a client should wait before it asks again. */
    private static final int ASK_AGAIN = 2;

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FAILED =
            "The export failed; the log of the server that ran it says why. Begin another one, and delete this one.";

    private final Exports exports;
    private final boolean requiresToken;

    /** @param requiresToken whether files are for those alone who have a token */
    ExportStatus(Exports exports, boolean requiresToken) {
        this.exports = exports;
        this.requiresToken = requiresToken;
    }

    /** @param base URL of the FHIR base */
    void send(ExportJob job, String base, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (job.result().isEmpty()) {
            response.setStatus(HttpStatus.ACCEPTED_202);
            response.getHeaders().put("X-Progress", exports.progress(job));
            response.getHeaders().put(HttpHeader.RETRY_AFTER, ASK_AGAIN);
            callback.succeeded();
            return;
        }
        ExportResult result = job.result().get();
        if (result.failed()) {
            response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR_500);
            OutcomeText.of("error", "exception", FAILED).send(response, callback);
            return;
        }
        response.getHeaders()
                .put(
                        HttpHeader.EXPIRES,
                        DateGenerator.formatDate(exports.expires(result).toEpochMilli()));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(response, true, manifest(job, result, base).toString(), callback);
    }

    private ObjectNode manifest(ExportJob job, ExportResult result, String base) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("transactionTime", INSTANT.format(result.transactionTime()));
        manifest.put("request", job.request().url());
        manifest.put("requiresAccessToken", requiresToken);
        String files = base + "/bulk/" + job.id() + "/";
        ArrayNode output = manifest.putArray("output");
        result.files().forEach(file -> add(file, files, output));
        if (job.request().since().isPresent()) {
            ArrayNode deleted = manifest.putArray("deleted");
            result.deleted().ifPresent(file -> add(file, files, deleted));
        }
        manifest.putArray("error");
        return manifest;
    }

    private static void add(ExportFile file, String files, ArrayNode to) {
        to.addObject().put("type", file.type()).put("url", files + file.name()).put("count", file.count());
    }
}
