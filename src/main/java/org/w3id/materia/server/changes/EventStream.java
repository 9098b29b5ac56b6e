package org.w3id.materia.server.changes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.w3id.materia.store.ChangePoint;

/**
 * One client that listens: how far it has been told, and what is on the way to it. Nothing piles up for a client that reads slowly: it is
 * told where it stands when it has read. Used by the feed's thread alone.
 */
final class EventStream {
    private final Response response;
    private final Callback callback;
    private final Set<String> types;
    private final Deque<String> waiting = new ArrayDeque<>();
    private Optional<ChangePoint> told;
    private boolean writing;

    /**
     * @param callback to be completed when the stream ends
     * @param types those that the client wants to hear of; empty stands for all
     * @param told up to where the client knows the changes; empty where it begins now
     */
    EventStream(Response response, Callback callback, Set<String> types, Optional<ChangePoint> told) {
        this.response = response;
        this.callback = callback;
        this.types = Set.copyOf(types);
        this.told = told;
    }

    boolean wants(String type) {
        return types.isEmpty() || types.contains(type);
    }

    Optional<ChangePoint> told() {
        return told;
    }

    /** Whether the client is still reading what it was sent. */
    boolean isBusy() {
        return writing || !waiting.isEmpty();
    }

    /** Has the texts sent one after the other, and takes the client for told up to there. */
    void tell(Iterable<String> texts, ChangePoint end) {
        texts.forEach(waiting::add);
        told = Optional.of(end);
    }

    /** Has a text sent. */
    void tell(String text) {
        waiting.add(text);
    }

    /**
     * Sends the next text where nothing is on its way.
     *
     * @param written hears how it went, on any thread
     */
    void write(Callback written) {
        if (writing) {
            return;
        }
        String next = waiting.poll();
        if (next != null) {
            writing = true;
            response.write(false, ByteBuffer.wrap(next.getBytes(StandardCharsets.UTF_8)), written);
        }
    }

    /** What was on its way has been read. */
    void written() {
        writing = false;
    }

    /** Ends the stream; only where the client is not busy. */
    void end() {
        response.write(true, BufferUtil.EMPTY_BUFFER, callback);
    }

    /** Gives the client up. */
    void fail(Throwable failure) {
        waiting.clear();
        callback.failed(failure);
    }
}
