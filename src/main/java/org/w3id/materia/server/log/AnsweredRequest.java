package org.w3id.materia.server.log;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.w3id.materia.server.http.RequestId;
import org.w3id.materia.server.interaction.RestInteraction;

/**
 * What the log tells of a request.
 *
 * @param id of the request
 * @param client its address
 */
record AnsweredRequest(String id, String client, Asked asked, Answered answered) {
    private static final double NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /**
     * What was asked.
     *
     * @param path without the query, in which patients' data may stand
     * @param interaction its name in metrics
     */
    record Asked(String method, String path, String interaction) {}

    /**
     * How it was answered.
     *
     * @param bytes of the body as it was sent
     * @param milliseconds from the first byte of the request to the last of its answer
     */
    record Answered(int status, long bytes, double milliseconds) {}

    static AnsweredRequest of(Request request, Response response) {
        String path = request.getHttpURI().getPath();
        return new AnsweredRequest(
                RequestId.of(request),
                Request.getRemoteAddr(request),
                new Asked(
                        request.getMethod(),
                        path == null ? "" : path,
                        RestInteraction.of(request).kind().label()),
                new Answered(
                        response.getStatus(),
                        Response.getContentBytesWritten(response),
                        Math.round(NanoTime.since(request.getBeginNanoTime()) / NANOS * 1000) / 1000.0));
    }
}
