package org.w3id.materia.server.benchmark;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** The floor: Jetty as it comes, and one handler that answers every request with the same bytes. No server on it is faster. */
public final class FloorServer {
    private FloorServer() {}

    /** Arguments: port, number of bytes of every answer. */
    public static void main(String[] args) throws Exception {
        Server server = LocalServer.on(Integer.parseInt(args[0]));
        server.setHandler(new FixedAnswer(Integer.parseInt(args[1])));
        server.start();
        server.join();
    }

    private static final class FixedAnswer extends Handler.Abstract {
        private static final HttpField TYPE =
                new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/fhir+json;charset=utf-8");

        private final byte[] body;

        FixedAnswer(int size) {
            body = new byte[size];
            Arrays.fill(body, (byte) ' ');
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(TYPE);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }
}
