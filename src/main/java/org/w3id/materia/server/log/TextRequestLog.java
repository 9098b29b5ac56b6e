package org.w3id.materia.server.log;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for each request, for people: {@code id client "GET /fhir/Medication/a" 200 1234 0.4ms}. */
final class TextRequestLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.w3id.materia.access");

    @Override
    public void log(Request request, Response response) {
        AnsweredRequest told = AnsweredRequest.of(request, response);
        LOG.info(
                "{} {} \"{} {}\" {} {} {}ms",
                told.id(),
                told.client(),
                told.asked().method(),
                told.asked().path(),
                told.answered().status(),
                told.answered().bytes(),
                told.answered().milliseconds());
    }
}
