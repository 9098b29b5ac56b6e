package org.w3id.materia.server.batch;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.w3id.materia.server.access.Grant;
import org.w3id.materia.server.form.MediaType;
import org.w3id.materia.server.http.RequestId;

/**
 * An entry of a batch as a request of its own (FHIR R4, 3.1.0.11): it comes from the same client to the same server as the
 * batch, and has its own method, URL, headers and body. What it does not override, the batch's request answers.
 */
final class EntryRequest extends HttpServletRequestWrapper {
    private final String method;
    private final String path;
    private final String query;
    private final byte[] body;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String[]> parameters = new LinkedHashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();

    /**
     * @param batch the request that the batch came with
     * @param url below the FHIR base, such as {@code Medication?code=x}
     * @param body UTF-8 FHIR JSON; empty for none
     * @throws IllegalArgumentException where the query is not one
     */
    EntryRequest(HttpServletRequest batch, String method, String url, byte[] body) {
        super(batch);
        this.method = method;
        int question = url.indexOf('?');
        this.path = question < 0 ? url : url.substring(0, question);
        this.query = question < 0 ? null : url.substring(question + 1);
        this.body = body;
        if (query != null) {
            Fields fields = new Fields(true);
            UrlEncoded.decodeTo(query, fields::add, StandardCharsets.UTF_8);
            fields.forEach(
                    field -> parameters.put(field.getName(), field.getValues().toArray(String[]::new)));
        }
        // The form of an answer is the batch's to decide, for all its entries.
        parameters.remove("_format");
        parameters.remove("_pretty");
        for (String kept : List.of(RequestId.HEADER, Grant.ATTRIBUTE)) {
            attributes.put(kept, batch.getAttribute(kept));
        }
        headers.put("Accept", MediaType.FHIR_JSON.name());
        if (batch.getHeader("Prefer") != null) {
            headers.put("Prefer", batch.getHeader("Prefer"));
        }
        if (body.length > 0) {
            headers.put("Content-Type", MediaType.FHIR_JSON.contentType());
        }
    }

    /** Sets a header of the entry's own; null is none. */
    void header(String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getRequestURI() {
        return getContextPath() + getServletPath() + "/" + path;
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer batch = super.getRequestURL();
        batch.setLength(batch.length() - super.getRequestURI().length());
        return batch.append(getRequestURI());
    }

    @Override
    public String getPathInfo() {
        return "/" + path;
    }

    @Override
    public String getQueryString() {
        return query;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(headers.containsKey(name) ? List.of(headers.get(name)) : List.of());
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(new ArrayList<>(headers.keySet()));
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                return in.read(to, offset, length);
            }

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("the entry of a batch is read at once");
            }
        };
    }
}
