package org.w3id.materia.server;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.w3id.materia.server.failure.Outcome;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/**
 * Keeps questions from a knowledge base that has never been filled: "there is none" would be wrong where "it is not known yet" is
 * right. What describes the server, and not its content, passes. Open for good with the first commit, of this process or of an earlier
 * one.
 */
final class FirstImportGate extends Handler.Wrapper {
    /** Seconds after which a client may ask again. */
    static final int TRY_AGAIN = 10;

    private static final String BASE = "/fhir";
    private static final Set<String> ABOUT_THE_SERVER = Set.of("/fhir/metadata", "/fhir/api-docs");
    private static final String SWAGGER = "/fhir/swagger-ui";
    private static final String NOT_YET =
            "The first import of the monographs is under way: what they say is not known yet. Ask again in a while;"
                    + " /health/ready tells when.";

    private final KnowledgeBase knowledge;
    private final Refusal refusal;
    private volatile boolean open;

    /** Says what is wrong, in the form that is asked for. */
    @FunctionalInterface
    interface Refusal {
        void answer(Outcome outcome, Request request, Response response, Callback callback);
    }

    FirstImportGate(Handler handler, KnowledgeBase knowledge, Refusal refusal) {
        super(handler);
        this.knowledge = knowledge;
        this.refusal = refusal;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (open || !asksForContent(request) || isOpenNow()) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(HttpHeader.RETRY_AFTER, TRY_AGAIN);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        refusal.answer(Outcome.of(HttpStatus.SERVICE_UNAVAILABLE_503, NOT_YET), request, response, callback);
        return true;
    }

    private boolean isOpenNow() {
        try (Snapshot snapshot = knowledge.snapshot()) {
            open = snapshot.generation() > 0;
        }
        return open;
    }

    private static boolean asksForContent(Request request) {
        String path = Request.getPathInContext(request);
        boolean fhir = path.equals(BASE) || path.startsWith(BASE + "/");
        boolean care = path.startsWith("/cds-services/") || path.startsWith("/infobutton");
        return care
                || fhir
                        && !ABOUT_THE_SERVER.contains(path)
                        && !path.startsWith(SWAGGER)
                        && !request.getMethod().equals("OPTIONS");
    }
}
