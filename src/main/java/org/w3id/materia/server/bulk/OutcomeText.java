package org.w3id.materia.server.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An OperationOutcome of one issue, as JSON. */
record OutcomeText(String json) {
    /** @param code of FHIR's issue types */
    static OutcomeText of(String severity, String code, String message) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
        outcome.putArray("issue")
                .addObject()
                .put("severity", severity)
                .put("code", code)
                .put("diagnostics", message);
        return new OutcomeText(outcome.toString());
    }

    void send(Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/fhir+json;charset=utf-8");
        Content.Sink.write(response, true, json, callback);
    }
}
