package org.w3id.materia.server;

import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.w3id.materia.model.TimeBudget;
import org.w3id.materia.server.changes.ChangesHandler;
import org.w3id.materia.server.failure.Outcome;
import org.w3id.materia.server.failure.OutcomeErrorHandler;
import org.w3id.materia.server.search.BundleWriter;

/**
 * Lets only so many searches, operations and batches run at once that memory holds their answers; the others wait their turn, without a thread,
 * and are sent away after a while. Reads, the capability statement and health pass by them, so that a flood of searches leaves them their time.
 */
final class ExpensiveRequests extends QoSHandler {
    private static final String BASE = "/fhir";
    private static final Set<String> CHEAP = Set.of("/fhir/metadata", "/fhir/api-docs", ChangesHandler.PATH);
    private static final String BULK = "/fhir/bulk/";
    private static final String BUSY = "The server is busy with other requests. Ask again in a moment.";

    /** Twice as many as can be worked for: one may wait for the disk. More would be answered no sooner, and leave cheap reads less. */
    private static final int FOR_EACH_PROCESSOR = 2;

    /**
     * What one of them may take of the heap: the stored resources of its answer, their Bundle, the same in XML, and a copy of one of them while it
     * grows, each as large as {@link BundleWriter#MOST_BYTES} and XML twice that.
     */
    private static final long MOST_MEMORY = 8L * BundleWriter.MOST_BYTES;

    private static final int MOST_WAITING = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int TRY_AGAIN = 5;

    private final OutcomeErrorHandler errors;

    /** @param longestWork for one of them, once it has its turn */
    ExpensiveRequests(Handler handler, OutcomeErrorHandler errors, Duration longestWork) {
        this(
                limited(handler, longestWork),
                errors,
                most(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory()),
                LONGEST_WAIT);
    }

    /** @param most at once */
    ExpensiveRequests(Handler handler, OutcomeErrorHandler errors, int most, Duration longestWait) {
        super(handler);
        this.errors = errors;
        setMaxRequestCount(most);
        setMaxSuspendedRequestCount(MOST_WAITING);
        setMaxSuspend(longestWait);
        include(ExpensiveRequests::isExpensive);
    }

    /**
     * How many may run at once.
     *
     * @param heap in bytes
     */
    static int most(int processors, long heap) {
        return (int) Math.max(1, Math.min((long) FOR_EACH_PROCESSOR * processors, heap / MOST_MEMORY));
    }

    private static Handler limited(Handler handler, Duration longestWork) {
        return new Handler.Wrapper(handler) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return TimeBudget.within(longestWork, () -> super.handle(request, response, callback));
            }
        };
    }

    /** Of the FHIR base all but reads of a resource or a version, and what is said of the server. */
    static boolean isExpensive(Request request) {
        String path = Request.getPathInContext(request);
        if (!path.equals(BASE) && !path.startsWith(BASE + "/") || CHEAP.contains(path) || path.startsWith(BULK)) {
            return false;
        }
        String[] segments =
                path.substring(Math.min(path.length(), BASE.length() + 1)).split("/");
        boolean ofOne = segments.length > 1 && !segments[1].startsWith("$") && !segments[1].startsWith("_");
        boolean operation = segments[segments.length - 1].startsWith("$");
        return !(HttpMethod.GET.is(request.getMethod()) && ofOne && !operation);
    }

    @Override
    protected void reject(Request request, Response response, Callback callback, int status) {
        refuse(response, callback);
    }

    @Override
    protected void expireSuspended(Request request, Response response, Callback callback) {
        refuse(response, callback);
    }

    private void refuse(Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, TRY_AGAIN);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        errors.answer(Outcome.of(HttpStatus.SERVICE_UNAVAILABLE_503, BUSY), response, callback);
    }
}
