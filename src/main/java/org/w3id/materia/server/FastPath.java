package org.w3id.materia.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.w3id.materia.server.capability.CapabilityProvider;
import org.w3id.materia.server.capability.EncodedCapabilities;
import org.w3id.materia.server.form.ConditionalRead;
import org.w3id.materia.server.form.ContentNegotiation;
import org.w3id.materia.server.form.EntityTag;
import org.w3id.materia.server.form.MediaType;
import org.w3id.materia.server.form.MediaType.Wire;
import org.w3id.materia.server.form.Subset;
import org.w3id.materia.server.http.BaseAddress;
import org.w3id.materia.server.metrics.RequestMetrics;
import org.w3id.materia.server.pages.BrowserView;
import org.w3id.materia.server.search.Handling;
import org.w3id.materia.server.search.Searches;
import org.w3id.materia.server.terminology.JsonAnswer;
import org.w3id.materia.server.terminology.RequestParameters;
import org.w3id.materia.server.terminology.TerminologyAnswers;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/**
 * Answers the requests that come most often, reads, searches, {@code metadata} and terminology operations in plain JSON, before the
 * servlet and HAPI's routing: what they would send is stored or quickly made, and finding who answers would cost more than the answer. It
 * decides nothing by itself: it uses the same classes as the providers, and whatever is not plain, or not found, or
 * wrong, it leaves to them. A test holds both to the same answers.
 */
final class FastPath extends Handler.Abstract {
    private static final String BASE = "/fhir/";
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept, Accept-Encoding");
    private static final HttpField CACHE_CONTROL = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache");
    private static final HttpField FHIR_JSON =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, MediaType.FHIR_JSON.contentType());

    private final KnowledgeBase knowledge;
    private final Searches searches;
    private final TerminologyAnswers terminology;
    private final CapabilityProvider capabilities;
    private final BaseAddress base;

    FastPath(
            KnowledgeBase knowledge,
            Searches searches,
            TerminologyAnswers terminology,
            CapabilityProvider capabilities,
            BaseAddress base) {
        this.knowledge = knowledge;
        this.searches = searches;
        this.terminology = terminology;
        this.capabilities = capabilities;
        this.base = base;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        if (!HttpMethod.GET.is(request.getMethod()) || path == null || !path.startsWith(BASE)) {
            return false;
        }
        HttpFields headers = request.getHeaders();
        if (headers.contains(HttpHeader.IF_NONE_MATCH) || headers.contains(HttpHeader.IF_MODIFIED_SINCE)) {
            return false;
        }
        if (BrowserView.wants(headers)) {
            return false;
        }
        Optional<MediaType> form = ContentNegotiation.choose(headers.getValuesList(HttpHeader.ACCEPT));
        if (form.isEmpty() || form.get().wire() != Wire.JSON) {
            return false;
        }
        byte[] body;
        try {
            body = answer(path.substring(BASE.length()), request, response);
        } catch (RuntimeException e) {
            return false; // HAPI's way meets the same fault, and explains it in the form that the client wants.
        }
        if (body == null) {
            return false;
        }
        RequestMetrics.markFast(request);
        send(body, form.get(), response, callback);
        return true;
    }

    /** The answer's JSON; null where it is not for here. */
    private byte[] answer(String path, Request request, Response response) {
        String query = request.getHttpURI().getQuery();
        int slash = path.indexOf('/');
        if (slash > 0) {
            if (path.startsWith("$", slash + 1)) {
                return terminology(path, request, response);
            }
            return query == null ? read(path.substring(0, slash), path.substring(slash + 1), response) : null;
        }
        if (searches.serves(path)) {
            return search(path, request);
        }
        return path.equals("metadata") && query == null ? metadata(request, response) : null;
    }

    private byte[] metadata(Request request, Response response) {
        EncodedCapabilities statement = capabilities.encoded(base.of(request));
        response.getHeaders().put(HttpHeader.ETAG, statement.tag().header());
        return statement.json();
    }

    /** A Binary has forms of its own, and everything beside a plain id is somebody else's. */
    private byte[] read(String type, String id, Response response) {
        if (type.equals("Binary") || !searches.serves(type)) {
            return null;
        }
        try (Snapshot snapshot = knowledge.snapshot()) {
            StoredResource stored = snapshot.read(new ResourceKey(type, id)).orElse(null);
            if (stored == null) {
                return null;
            }
            response.getHeaders().put(HttpHeader.ETAG, EntityTag.of(stored).header());
            response.getHeaders().put(HttpHeader.LAST_MODIFIED, ConditionalRead.lastModified(stored));
            return stored.json();
        }
    }

    /** A parameter with a line in front is about the form of the answer, and a header may keep what other requests refer to. */
    private byte[] terminology(String path, Request request, Response response) {
        Map<String, String[]> parameters = parameters(request);
        if (parameters.keySet().stream().anyMatch(name -> name.startsWith("_"))
                || request.getHeaders().contains(RequestParameters.CACHE_ID)) {
            return null;
        }
        Optional<JsonAnswer> answer = terminology.json(
                path,
                parameters,
                request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE),
                handling(request).ofUnknownParameters());
        answer.ifPresent(a -> response.setStatus(a.status()));
        return answer.map(JsonAnswer::body).orElse(null);
    }

    private byte[] search(String type, Request request) {
        Map<String, String[]> parameters = parameters(request);
        if (parameters.containsKey("_format") || parameters.containsKey("_pretty")) {
            return null;
        }
        String prefer = String.join(",", request.getHeaders().getValuesList("Prefer"));
        byte[] found = searches.of(type, parameters, Handling.of(prefer), base.of(request))
                .json();
        return Subset.asked(parameters).of(found);
    }

    private static Handling handling(Request request) {
        return Handling.of(String.join(",", request.getHeaders().getValuesList("Prefer")));
    }

    private static Map<String, String[]> parameters(Request request) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        if (request.getHttpURI().getQuery() != null) {
            for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
                parameters.put(field.getName(), field.getValues().toArray(String[]::new));
            }
        }
        return parameters;
    }

    private static void send(byte[] body, MediaType form, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.add(VARY);
        headers.add(CACHE_CONTROL);
        headers.add(
                form.equals(MediaType.FHIR_JSON)
                                || HttpStatus.isClientError(response.getStatus()) // HAPI has one name for outcomes.
                        ? FHIR_JSON
                        : new HttpField(HttpHeader.CONTENT_TYPE, form.contentType()));
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
