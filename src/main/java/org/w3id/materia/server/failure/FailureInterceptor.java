package org.w3id.materia.server.failure;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.HashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.ExhaustedMemory;
import org.w3id.materia.server.form.ContentNegotiation;
import org.w3id.materia.server.form.HttpRefusal;
import org.w3id.materia.server.form.MediaType;
import org.w3id.materia.server.form.ResponseBody;
import org.w3id.materia.server.terminology.TerminologyRefusal;

/** Whatever ends a request inside HAPI's server becomes an OperationOutcome, in the form that the client asked for. */
@Interceptor
public final class FailureInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(FailureInterceptor.class);

    public FailureInterceptor() {}

    /** Says what HAPI is to answer. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException explain(ServletRequestDetails details, Throwable thrown) {
        ExhaustedMemory.endProcessOn(thrown);
        ResponseBody.describe(details.getServletResponse());
        details.setParameters(
                new HashMap<>(details.getParameters())); // Those of a request without any cannot be added to.
        if (thrown instanceof TerminologyRefusal refusal) {
            details.addParameter("_format", new String[] {form(details)});
            return refusal;
        }
        Outcome outcome = Outcome.of(thrown, details.getRequestId());
        if (outcome.isFault()) {
            LOG.error("request {} failed: {}", details.getRequestId(), details.getRequestPath(), thrown);
        }
        HttpRefusal answer = new HttpRefusal(outcome.status(), outcome.message());
        answer.setOperationOutcome(outcome.resource());
        if (outcome.isTemporary()) {
            answer.addResponseHeader("Retry-After", Integer.toString(Outcome.TRY_AGAIN));
        }
        if (thrown instanceof BaseServerResponseException known && known.hasResponseHeaders()) {
            known.getResponseHeaders()
                    .forEach((name, values) -> values.forEach(value -> answer.addResponseHeader(name, value)));
        }
        details.addParameter("_format", new String[] {form(details)});
        if (!isPretty(details)) {
            details.removeParameter("_pretty"); // Another value may be what is refused.
        }
        return answer;
    }

    /** HAPI's encoder flushes after every value: the answer would leave in a hundred pieces. */
    @Hook(Pointcut.SERVER_OUTGOING_WRITER_CREATED)
    public Writer whole(ServletRequestDetails details, Writer writer) {
        HttpServletResponse response = details.getServletResponse();
        response.setHeader("Date", response.getHeader("Date")); // HAPI has added one to the server's own.
        return new StringWriter() {
            @Override
            public void close() throws IOException {
                try (writer) {
                    writer.write(toString());
                }
            }
        };
    }

    private static boolean isPretty(ServletRequestDetails details) {
        return Arrays.equals(details.getParameters().get("_pretty"), new String[] {"true"});
    }

    /** A client that can take neither JSON nor XML is told so in JSON. */
    private static String form(ServletRequestDetails details) {
        try {
            return ContentNegotiation.choose(details.getServletRequest()).name();
        } catch (HttpRefusal e) {
            return MediaType.FHIR_JSON.name();
        }
    }
}
