package org.w3id.materia.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Says that a connection ends where a request is answered before its body has arrived (RFC 9112, 9.6): what is still under way would be read as
 * the next request, so that Jetty closes, and a client that is not told loses the request that it sends next.
 */
public final class UnreadBodyHandler extends Handler.Wrapper {
    public UnreadBodyHandler(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean hasBody = request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        boolean persists = request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1;
        return super.handle(request, hasBody && persists ? new Announcing(request, response) : response, callback);
    }

    private static final class Announcing extends Response.Wrapper {
        private Announcing(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (!isCommitted() && !getRequest().consumeAvailable()) {
                getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            }
            super.write(last, content, callback);
        }
    }
}
