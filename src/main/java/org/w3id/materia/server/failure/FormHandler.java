package org.w3id.materia.server.failure;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Keeps what is read of a form, so that its malformed parameter can be named: whoever refuses a form has used it up. */
public final class FormHandler extends Handler.Wrapper {
    public FormHandler(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(isForm(request) ? new Form(request) : request, response, callback);
    }

    private static boolean isForm(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && MimeTypes.Type.FORM_ENCODED.is(MimeTypes.getContentTypeWithoutCharset(type));
    }

    /** What has been read of the request's form; empty where it has none, or has not passed this handler. */
    static Optional<byte[]> form(Request request) {
        return Optional.ofNullable(Request.as(request, Form.class)).map(form -> form.read.toByteArray());
    }

    /** A request with a form. */
    private static final class Form extends Request.Wrapper {
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        Form(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk != null && !Content.Chunk.isFailure(chunk)) {
                read.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
            }
            return chunk;
        }
    }
}
