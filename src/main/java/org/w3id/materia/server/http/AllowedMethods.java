package org.w3id.materia.server.http;

import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Holds the requests for a path to the methods that it has: others are refused by 405, which tells those in {@code Allow} (RFC 9110, 15.5.6). */
public final class AllowedMethods {
    private AllowedMethods() {}

    /** Whether a request for what can only be read reads it; any other, {@code OPTIONS} too, is answered. */
    public static boolean isReading(Request request, Response response, Callback callback) {
        List<String> methods = List.of("GET", "HEAD");
        if (methods.contains(request.getMethod())) {
            return true;
        }
        response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", methods));
        Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
        return false;
    }

    /** Whether a request has one of the methods; {@code OPTIONS}, which browsers ask before others' scripts, and any other is answered. */
    public static boolean has(Request request, Response response, Callback callback, List<String> methods) {
        return has(
                request,
                response,
                callback,
                methods,
                () -> Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405));
    }

    /** @param refusal answers a method that is not there, where the answer has a form of its own */
    public static boolean has(
            Request request, Response response, Callback callback, List<String> methods, Runnable refusal) {
        if (methods.contains(request.getMethod())) {
            return true;
        }
        response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", methods) + ", OPTIONS");
        if (request.getMethod().equals("OPTIONS")) {
            response.setStatus(HttpStatus.NO_CONTENT_204);
            callback.succeeded();
        } else {
            refusal.run();
        }
        return false;
    }
}
