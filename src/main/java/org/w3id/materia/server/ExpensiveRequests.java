package org.w3id.materia.server;

import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.w3id.materia.model.TimeBudget;
import org.w3id.materia.server.failure.Outcome;
import org.w3id.materia.server.failure.OutcomeErrorHandler;
import org.w3id.materia.server.search.BundleWriter;

/**
 * Lets only so many searches, operations and batches run at once; the others wait their turn, without a thread, and are sent away after a while.
 * Reads, the capability statement and health pass by them, so that a flood of searches leaves them their time; large answers wait for turns of
 * their own first, so that they hold up neither.
 */
final class ExpensiveRequests extends QoSHandler {
    private static final String BUSY = "The server is busy with other requests. Ask again in a moment.";

    /** Twice as many as can be worked for: one may wait for the disk. More would be answered no sooner, and leave cheap reads less. */
    private static final int FOR_EACH_PROCESSOR = 2;

    /**
     * What a large one may take of the heap: the stored resources of its answer, their Bundle, the same in XML, and a copy of one of them while it
     * grows, each as large as {@link BundleWriter#MOST_BYTES} and XML twice that.
     */
    private static final long MOST_MEMORY = 8L * BundleWriter.MOST_BYTES;

    private static final int MOST_WAITING = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int TRY_AGAIN = 5;

    private final OutcomeErrorHandler errors;

    /**
     * Turns for some requests.
     *
     * @param least what waits for its turn; so does all that costs more
     * @param most at once
     */
    ExpensiveRequests(Handler handler, OutcomeErrorHandler errors, Expense least, int most, Duration longestWait) {
        super(handler);
        this.errors = errors;
        setMaxRequestCount(most);
        setMaxSuspendedRequestCount(MOST_WAITING);
        setMaxSuspend(longestWait);
        include(request -> Expense.of(request).compareTo(least) >= 0);
    }

    /**
     * Turns for large answers around turns for all that is expensive: what waits for the first holds none of the second.
     *
     * @param longestWork for one request, once it has its turn
     */
    static ExpensiveRequests before(Handler handler, OutcomeErrorHandler errors, Duration longestWork) {
        int processors = Runtime.getRuntime().availableProcessors();
        ExpensiveRequests usual = new ExpensiveRequests(
                limited(handler, longestWork), errors, Expense.USUAL, FOR_EACH_PROCESSOR * processors, LONGEST_WAIT);
        return new ExpensiveRequests(
                usual,
                errors,
                Expense.LARGE,
                most(processors, Runtime.getRuntime().maxMemory()),
                LONGEST_WAIT);
    }

    /**
     * How many large answers may be made at once: they leave a processor to the others, and the heap holds them.
     *
     * @param heap in bytes
     */
    static int most(int processors, long heap) {
        return (int) Math.max(1, Math.min(processors - 1L, heap / MOST_MEMORY));
    }

    private static Handler limited(Handler handler, Duration longestWork) {
        return new Handler.Wrapper(handler) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return TimeBudget.within(longestWork, () -> super.handle(request, response, callback));
            }
        };
    }

    /** How many wait, here and within. */
    int waiting() {
        return getSuspendedRequestCount() + (getHandler() instanceof ExpensiveRequests within ? within.waiting() : 0);
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
