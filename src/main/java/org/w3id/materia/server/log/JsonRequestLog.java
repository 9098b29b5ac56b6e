package org.w3id.materia.server.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JSON object for each request, one a line, for programs that gather logs. */
final class JsonRequestLog implements RequestLog {
    /** Its lines are written as they are. */
    private static final Logger LOG = LoggerFactory.getLogger("org.w3id.materia.access.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void log(Request request, Response response) {
        AnsweredRequest told = AnsweredRequest.of(request, response);
        LOG.info(JSON.createObjectNode()
                .put("time", Instant.now().toString())
                .put("request", told.id())
                .put("client", told.client())
                .put("method", told.asked().method())
                .put("path", told.asked().path())
                .put("interaction", told.asked().interaction())
                .put("status", told.answered().status())
                .put("bytes", told.answered().bytes())
                .put("milliseconds", told.answered().milliseconds())
                .toString());
    }
}
