package org.w3id.materia.server.http;

import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** {@code /health/live}: the process answers. {@code /health/ready}: its content is complete and served, and what keeps it answers. */
public final class HealthHandler extends PageHandler {
    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";

    private final BooleanSupplier ready;
    private volatile boolean started;
    private volatile boolean stopping;

    public HealthHandler(BooleanSupplier ready) {
        this.ready = ready;
    }

    /** From now on the server is not ready, whatever its content. */
    public void drain() {
        stopping = true;
    }

    @Override
    protected boolean has(String path) {
        return path.equals(LIVE) || path.equals(READY);
    }

    @Override
    protected String page(Request request, Response response) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        if (Request.getPathInContext(request).equals(LIVE)) {
            return "{\"status\":\"live\"}";
        }
        boolean isReady = ready.getAsBoolean();
        started |= isReady;
        String status = stopping ? "stopping" : isReady ? "ready" : started ? "waiting" : "starting";
        response.setStatus(status.equals("ready") ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503);
        return "{\"status\":\"" + status + "\"}";
    }
}
