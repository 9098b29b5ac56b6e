package org.w3id.materia.server.log;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.w3id.materia.server.http.RequestId;
import org.w3id.materia.server.interaction.Interaction;

/**
 * What the log tells of a request.
 *
 * @param id of the request
 * @param client its address
 * @param path without the query, in which patients' data may stand
 * @param interaction its name in metrics
 * @param bytes of the answer's body as it was sent
 * @param milliseconds from the first byte of the request to the last of its answer
 */
record AnsweredRequest(
        String id,
        String client,
        String method,
        String path,
        String interaction,
        int status,
        long bytes,
        double milliseconds) {
    private static final double NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    static AnsweredRequest of(Request request, Response response) {
        String path = request.getHttpURI().getPath();
        return new AnsweredRequest(
                RequestId.of(request),
                Request.getRemoteAddr(request),
                request.getMethod(),
                path == null ? "" : path,
                Interaction.of(request).kind().label(),
                response.getStatus(),
                Response.getContentBytesWritten(response),
                Math.round(NanoTime.since(request.getBeginNanoTime()) / NANOS * 1000) / 1000.0);
    }
}
