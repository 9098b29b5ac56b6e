package org.w3id.materia.server;

import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /health/live}: the process answers. {@code /health/ready}: its content is complete and served. */
final class HealthHandler extends Handler.Abstract {
    private final BooleanSupplier ready;

    HealthHandler(BooleanSupplier ready) {
        this.ready = ready;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        switch (Request.getPathInContext(request)) {
            case "/health/live" -> answer(response, callback, HttpStatus.OK_200, "live");
            case "/health/ready" -> {
                boolean isReady = ready.getAsBoolean();
                answer(
                        response,
                        callback,
                        isReady ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
                        isReady ? "ready" : "starting");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void answer(Response response, Callback callback, int status, String word) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        String json = "{\"status\":\"" + word + "\"}";
        Content.Sink.write(response, true, json, callback);
    }
}
