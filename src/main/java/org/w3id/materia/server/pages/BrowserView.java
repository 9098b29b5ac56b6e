package org.w3id.materia.server.pages;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What a browser gets where a program would get FHIR: the page of a medicine, or a readable page of any other answer, errors among them.
 * The answer is made as JSON by whoever makes it for programs; only its form is changed here. A request that names a form, by {@code
 * _format} or by asking for something before HTML, passes untouched.
 */
public final class BrowserView extends Handler.Wrapper {
    private static final String MEDICINE = "/fhir/MedicationKnowledge/";
    private static final String OPEN_API = "/fhir/api-docs";
    private static final List<String> FORMS_OF_THEIR_OWN = List.of("/fhir/swagger-ui", "/fhir/Binary/");

    private final FhirPages pages;

    /** @param pages that show FHIR to people */
    public BrowserView(Handler handler, FhirPages pages) {
        super(handler);
        this.pages = pages;
    }

    /** Whether HTML is the first thing that is asked for, as browsers do that open an address. */
    public static boolean wants(HttpFields headers) {
        String accept = headers.get(HttpHeader.ACCEPT);
        return accept != null && accept.startsWith("text/html");
    }

    /** The response through which FHIR goes out as a page to whoever opens an address in a browser, and to programs as it is. */
    public static Response shown(Request request, Response response, FhirPages pages) {
        return isForBrowser(request, Request.getPathInContext(request))
                ? new ReadableResponse(request, response, pages)
                : response;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!isForBrowser(request, path)) {
            return super.handle(request, response, callback);
        }
        if (isMedicine(request, path)) {
            String id = path.substring(MEDICINE.length());
            response.setStatus(HttpStatus.FOUND_302);
            response.getHeaders().put(HttpHeader.LOCATION, "../../medicines/" + id);
            response.getHeaders().put(HttpHeader.VARY, "Accept");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
            callback.succeeded();
            return true;
        }
        Request asJson = new AsJson(request);
        Response readable = new ReadableResponse(request, response, pages);
        if (!super.handle(asJson, readable, callback)) {
            Response.writeError(asJson, readable, callback, HttpStatus.NOT_FOUND_404);
        }
        return true;
    }

    private static boolean isForBrowser(Request request, String path) {
        String query = request.getHttpURI().getQuery();
        return HttpMethod.GET.is(request.getMethod())
                && wants(request.getHeaders())
                && (query == null || !query.contains("_format="))
                && !path.equals(OPEN_API)
                && FORMS_OF_THEIR_OWN.stream().noneMatch(path::startsWith);
    }

    private static boolean isMedicine(Request request, String path) {
        return path.startsWith(MEDICINE)
                && path.substring(MEDICINE.length()).matches("[A-Za-z0-9.-]{1,64}")
                && request.getHttpURI().getQuery() == null;
    }

    /** The same request by a program that wants JSON. */
    private static final class AsJson extends Request.Wrapper {
        private final HttpFields headers;

        AsJson(Request request) {
            super(request);
            HttpFields.Mutable json = HttpFields.build(request.getHeaders());
            json.put(new HttpField(HttpHeader.ACCEPT, "application/fhir+json, */*;q=0.1"));
            headers = json.asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
