package org.w3id.materia.server.search;

import jakarta.servlet.http.HttpServletRequest;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** The generation that a request is answered from: the newest, but for the entries of a batch, which all see the same. */
public final class RequestSnapshot {
    private static final String GENERATION = RequestSnapshot.class.getName();

    private RequestSnapshot() {}

    /** Lets the request be answered from this snapshot, which stays open until it is. */
    public static void pin(HttpServletRequest request, Snapshot snapshot) {
        request.setAttribute(GENERATION, snapshot.generation());
    }

    /** The snapshot for a request; the caller closes it. */
    public static Snapshot of(HttpServletRequest request, KnowledgeBase knowledge) {
        Object pinned = request.getAttribute(GENERATION);
        return pinned == null
                ? knowledge.snapshot()
                : knowledge
                        .snapshot((Long) pinned)
                        .orElseThrow(() -> Failure.gone("The content was replaced while this batch was answered."));
    }
}
