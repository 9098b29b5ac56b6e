package org.w3id.materia.server.bulk;

import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ResourceService;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.w3id.materia.bulk.Exports;

/**
 * Sends the files by Jetty's own means, whole or in ranges. Plain and compressed are two representations, each with an
 * ETag and ranges of its own (RFC 9110, 14.2), so that either can be resumed.
 */
final class ExportFiles extends ContainerLifeCycle {
    private static final String NDJSON = "application/fhir+ndjson";

    private final Exports exports;
    private final ResourceService service = new ResourceService();
    private final ResourceFactory resources = ResourceFactory.of(this);

    ExportFiles(Exports exports) {
        this.exports = exports;
        service.setAcceptRanges(true);
        service.setEtags(true);
        service.setDirAllowed(false);
        service.setCacheControl("no-cache");
        installBean(service);
    }

    /** @throws org.w3id.materia.model.Failure not found where there is no such export or file */
    void send(String job, String name, Request request, Response response, Callback callback) {
        boolean compressed = request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).stream()
                .anyMatch(coding -> coding.startsWith("gzip") || coding.startsWith("*"));
        Path path = exports.file(job, name, compressed);
        String etag = "\"" + job + "-" + name + (compressed ? "-gzip\"" : "\"");
        response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
        if (hasAlready(request, etag)) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            response.getHeaders().put(HttpHeader.ETAG, etag);
            callback.succeeded();
            return;
        }
        Resource resource = resources.newResource(path);
        service.doGet(withValidRange(request, etag), response, callback, new File(resource, etag, compressed));
    }

    /** Asked here, because Jetty's service holds no tag for a match but those that it made itself. */
    private static boolean hasAlready(Request request, String etag) {
        return request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }

    /** A range of something else than this would not fit what the client has: it gets the whole (RFC 9110, 13.1.5). */
    private static Request withValidRange(Request request, String etag) {
        String condition = request.getHeaders().get(HttpHeader.IF_RANGE);
        if (condition == null || condition.strip().equals(etag)) {
            return request;
        }
        HttpFields headers = HttpFields.build(request.getHeaders()).remove(HttpHeader.RANGE);
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }

    /** A file that never changes under its name: a job's id is given once, and its files are served when all are written. */
    private static final class File extends ResourceHttpContent {
        private final HttpField etag;
        private final boolean compressed;

        File(Resource resource, String etag, boolean compressed) {
            super(resource, NDJSON);
            this.etag = new HttpField(HttpHeader.ETAG, etag);
            this.compressed = compressed;
        }

        @Override
        public HttpField getETag() {
            return etag;
        }

        @Override
        public HttpField getContentEncoding() {
            return compressed ? new HttpField(HttpHeader.CONTENT_ENCODING, "gzip") : null;
        }
    }
}
