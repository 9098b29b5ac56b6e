package org.w3id.materia.server.failure;

import ca.uhn.fhir.context.FhirContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.ExhaustedMemory;
import org.w3id.materia.model.Failure;
import org.w3id.materia.server.form.MediaType;
import org.w3id.materia.server.http.RequestId;

/** Answers with an OperationOutcome what fails before or beside HAPI: unknown paths, sizes, requests that are not HTTP. */
public final class OutcomeErrorHandler extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeErrorHandler.class);

    private final FhirContext context;

    public OutcomeErrorHandler(FhirContext context) {
        this.context = context;
    }

    /** Every method has a right to know what is wrong. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        ExhaustedMemory.endProcessOn(cause);
        // What Jetty itself refuses has not passed the handler that names requests.
        response.getHeaders().put(RequestId.HEADER, RequestId.of(request));
        byte[] body;
        if (code == HttpStatus.SERVICE_UNAVAILABLE_503) {
            body = json(Outcome.of(code, "The server is stopping. Try again."));
        } else if (code >= HttpStatus.INTERNAL_SERVER_ERROR_500) {
            String id = RequestId.of(request);
            LOG.error("request {} failed: {} {}", id, code, request.getHttpURI().getPath(), cause);
            body = json(Outcome.of(code, "A fault of the server. The log has its details under the id " + id + "."));
        } else {
            body = json(Outcome.of(code, explain(code, request)));
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.FHIR_JSON.contentType());
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** Answers a failure that no HAPI stands between. */
    public void answer(Failure failure, Response response, Callback callback) {
        answer(Outcome.of(failure, ""), response, callback);
    }

    /** Answers with what has been decided already. */
    public void answer(Outcome outcome, Response response, Callback callback) {
        response.setStatus(outcome.status());
        if (outcome.isTemporary() && !response.getHeaders().contains(HttpHeader.RETRY_AFTER)) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Outcome.TRY_AGAIN);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.FHIR_JSON.contentType());
        response.write(true, ByteBuffer.wrap(json(outcome)), callback);
    }

    private static String explain(int code, Request request) {
        String path = request.getHttpURI().getPath();
        if (code == HttpStatus.NOT_FOUND_404) {
            return "There is nothing at " + path + ". The FHIR base is /fhir.";
        }
        if (code == HttpStatus.UNSUPPORTED_MEDIA_TYPE_415
                && request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
            return "A body comes as it is or with Content-Encoding: gzip, and not with '"
                    + request.getHeaders().get(HttpHeader.CONTENT_ENCODING) + "'.";
        }
        return code == HttpStatus.BAD_REQUEST_400 ? badRequest(path, request) : HttpStatus.getMessage(code) + ".";
    }

    private static String badRequest(String path, Request request) {
        // What clients send whose base ends with a slash, and whose paths begin with one.
        return path != null && path.contains("//")
                ? "The path " + path + " has an empty segment, '//'."
                : Optional.ofNullable(request.getHttpURI().getQuery())
                        .flatMap(query -> MalformedParameter.in(query.getBytes(StandardCharsets.UTF_8)))
                        .or(() -> FormHandler.form(request).flatMap(MalformedParameter::in))
                        .orElse("Bad Request.");
    }

    private byte[] json(Outcome outcome) {
        return context.newJsonParser()
                .encodeResourceToString(outcome.resource())
                .getBytes(StandardCharsets.UTF_8);
    }
}
