package org.w3id.materia.server.form;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes a body in one piece, with its length, and the headers that every answer has. */
public final class ResponseBody {
    private ResponseBody() {}

    /** @param body written in that form */
    public static void send(HttpServletResponse response, int status, MediaType form, byte[] body) throws IOException {
        response.setStatus(status);
        describe(response);
        response.setContentType(form.contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** For caches: an answer may be kept, and is asked for again before it is used (RFC 9111, 5.2.2.4). */
    public static void describe(HttpServletResponse response) {
        response.addHeader("Vary", "Accept");
        response.setHeader("Cache-Control", "no-cache");
    }
}
