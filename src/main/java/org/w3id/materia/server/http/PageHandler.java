package org.w3id.materia.server.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Pages beside FHIR, to be read and nothing else. */
public abstract class PageHandler extends Handler.Abstract {
    /** Whether the path is one of this handler's. */
    protected abstract boolean has(String path);

    /**
     * The page of the request's path, now.
     *
     * @param response where its status and headers go
     */
    protected abstract String page(Request request, Response response);

    @Override
    public final boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!has(path)) {
            return false;
        }
        if (AllowedMethods.isReading(request, response, callback)) {
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            Content.Sink.write(response, true, page(request, response), callback);
        }
        return true;
    }
}
