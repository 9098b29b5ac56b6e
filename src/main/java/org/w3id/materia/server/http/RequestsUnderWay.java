package org.w3id.materia.server.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Knows when the requests have ended that were under way at some moment, so that what only they can have in hand may go. Requests are
 * counted in phases, which end in the order in which they began: each keeps the next from ending.
 */
public final class RequestsUnderWay extends Handler.Wrapper {
    private static final class Phase {
        private int open;
        private Runnable ended;
        private Phase next;
    }

    private final Object lock = new Object();
    private final Predicate<Request> holdsNothing;
    private Phase current = begun();

    /** @param holdsNothing which requests may last for days, and have nothing in hand that could go */
    public RequestsUnderWay(Handler handler, Predicate<Request> holdsNothing) {
        super(handler);
        this.holdsNothing = holdsNothing;
    }

    /** Being the current one keeps it from ending. */
    private static Phase begun() {
        Phase phase = new Phase();
        phase.open = 1;
        return phase;
    }

    /** Runs something once all requests that are under way now have ended; at once where there is none. Requests to come do not count. */
    public void whenEnded(Runnable action) {
        Phase past;
        synchronized (lock) {
            past = current;
            past.ended = action;
            past.next = begun();
            past.next.open++; // Held until the past phase has ended.
            current = past.next;
        }
        leave(past);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (holdsNothing.test(request)) {
            return super.handle(request, response, callback);
        }
        Phase phase;
        synchronized (lock) {
            phase = current;
            phase.open++;
        }
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                leave(phase);
            }
        };
        boolean handled = false;
        try {
            handled = super.handle(request, response, Callback.from(callback, leave));
            return handled;
        } finally {
            if (!handled) { // Refused or failed, so that nobody completes the callback given here.
                leave.run();
            }
        }
    }

    private void leave(Phase left) {
        for (Phase phase = left; phase != null; ) {
            Runnable ended;
            synchronized (lock) {
                phase.open--;
                if (phase.open > 0) {
                    return;
                }
                ended = phase.ended;
                phase = phase.next;
            }
            ended.run();
        }
    }
}
