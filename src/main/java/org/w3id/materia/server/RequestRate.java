package org.w3id.materia.server;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.util.Callback;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.w3id.materia.server.access.Grant;
import org.w3id.materia.server.failure.Outcome;
import org.w3id.materia.server.failure.OutcomeErrorHandler;
import org.w3id.materia.server.interaction.Kind;
import org.w3id.materia.server.interaction.RestInteraction;

/** Answers each client only so many requests a second: who has a token is known by it, others by their address. */
final class RequestRate extends DoSHandler {
    private static final int MOST_CLIENTS = 100_000;
    private static final int TRY_AGAIN = 1;

    RequestRate(Handler handler, int perSecond, OutcomeErrorHandler errors) {
        super(
                handler,
                RequestRate::client,
                new LeakingBucketTrackerFactory(perSecond),
                (request, response, callback) -> refuse(perSecond, errors, response, callback),
                MOST_CLIENTS);
        // Whoever supervises the server is not to be sent away with those who use it.
        exclude(request -> {
            Kind kind = RestInteraction.of(request).kind();
            return kind == Kind.HEALTH || kind == Kind.METRICS;
        });
    }

    private static String client(Request request) {
        return request.getAttribute(Grant.ATTRIBUTE) instanceof Grant grant
                ? "client " + grant.client()
                : Request.getRemoteAddr(request);
    }

    private static boolean refuse(int perSecond, OutcomeErrorHandler errors, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, TRY_AGAIN);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        errors.answer(
                new Outcome(
                        HttpStatus.TOO_MANY_REQUESTS_429,
                        IssueType.THROTTLED,
                        "One client is answered " + perSecond + " requests a second here. Ask again in a moment."),
                response,
                callback);
        return true;
    }
}
