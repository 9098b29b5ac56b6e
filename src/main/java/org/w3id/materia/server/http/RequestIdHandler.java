package org.w3id.materia.server.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Names every request, whoever answers it: by the client's own id, or a new one. */
public final class RequestIdHandler extends Handler.Wrapper {
    public RequestIdHandler(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put(RequestId.HEADER, RequestId.of(request));
        return super.handle(request, response, callback);
    }
}
