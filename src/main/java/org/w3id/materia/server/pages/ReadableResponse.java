package org.w3id.materia.server.pages;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Keeps FHIR JSON back until it is whole, and sends the page that shows it; any other answer goes out as it comes. */
final class ReadableResponse extends Response.Wrapper {
    /** What is said of the JSON is not true of the page. */
    private static final List<HttpHeader> OF_THE_JSON =
            List.of(HttpHeader.ETAG, HttpHeader.LAST_MODIFIED, HttpHeader.CONTENT_LENGTH);

    private final FhirPages pages;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    ReadableResponse(Request request, Response response, FhirPages pages) {
        super(request, response);
        this.pages = pages;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        String type = getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (isCommitted() || type == null || !type.startsWith("application/fhir+json")) {
            super.write(last, content, callback);
            return;
        }
        if (content != null) {
            kept.writeBytes(BufferUtil.toArray(content));
            BufferUtil.clear(content);
        }
        if (last) {
            sendPage(callback);
        } else {
            callback.succeeded();
        }
    }

    private void sendPage(Callback callback) {
        HttpFields.Mutable headers = getHeaders();
        OF_THE_JSON.forEach(headers::remove);
        headers.put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        headers.put("Content-Security-Policy", PagesHandler.CONTENT_SECURITY_POLICY);
        String page = pages.of(getRequest().getHttpURI(), kept.toByteArray(), getStatus());
        super.write(true, StandardCharsets.UTF_8.encode(page), callback);
    }
}
