package org.w3id.materia.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gzip for answers that are written in one piece. They keep their length and their weak ETag, which stands for every
 * encoding of one version (RFC 9110, 8.8.1). A request that wants no gzip passes with a look at one header.
 */
public final class WholeAnswerGzip extends Handler.Wrapper {
    private static final String GZIP = "gzip";
    private static final HttpField ENCODED = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, GZIP);

    private final CompressedAnswers answers = new CompressedAnswers();
    private final int smallest;

    /** @param smallest length in bytes from which an answer is compressed */
    public WholeAnswerGzip(Handler handler, int smallest) {
        super(handler);
        this.smallest = smallest;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean wanted = request.getHeaders().contains(HttpHeader.ACCEPT_ENCODING, GZIP);
        return super.handle(request, wanted ? new Compressing(request, response) : response, callback);
    }

    private final class Compressing extends Response.Wrapper {
        Compressing(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            boolean whole = last && !isCommitted() && content != null && content.remaining() >= smallest;
            super.write(last, whole ? compressed(content) : content, callback);
        }

        private ByteBuffer compressed(ByteBuffer content) {
            byte[] gzip = answers.of(bytes(content));
            HttpFields.Mutable headers = getHeaders();
            headers.put(ENCODED);
            headers.put(HttpHeader.CONTENT_LENGTH, gzip.length);
            return ByteBuffer.wrap(gzip);
        }
    }

    private static byte[] bytes(ByteBuffer content) {
        if (content.hasArray() && content.arrayOffset() == 0 && content.array().length == content.remaining()) {
            return content.array();
        }
        byte[] copy = new byte[content.remaining()];
        content.duplicate().get(copy);
        return copy;
    }
}
