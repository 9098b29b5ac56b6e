package org.w3id.materia.server.log;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;
import org.w3id.materia.server.http.RequestId;

/** Names the request in whatever is logged while it is answered. The fast path, which logs nothing, stands before it. */
public final class RequestInLog extends Handler.Wrapper {
    private static final String NAME = "request";

    public RequestInLog(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        MDC.put(NAME, RequestId.of(request));
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(NAME);
        }
    }
}
