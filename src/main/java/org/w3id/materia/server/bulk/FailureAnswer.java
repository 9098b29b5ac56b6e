package org.w3id.materia.server.bulk;

import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.w3id.materia.model.Failure;

/** What the server makes of a failure: status and OperationOutcome. Headers that are set already stay. */
public interface FailureAnswer {
    /** Writes it, with what the response has so far, and completes the callback. */
    void send(Failure failure, Response response, Callback callback);
}
