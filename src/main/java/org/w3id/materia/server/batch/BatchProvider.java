package org.w3id.materia.server.batch;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.w3id.materia.model.Failure;
import org.w3id.materia.model.TimeBudget;
import org.w3id.materia.server.failure.Outcome;
import org.w3id.materia.server.form.ConditionalRead;
import org.w3id.materia.server.form.EncodedBundle;
import org.w3id.materia.server.form.HttpRefusal;
import org.w3id.materia.server.search.BundleWriter;
import org.w3id.materia.server.search.RequestSnapshot;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/**
 * Batches and transactions (FHIR R4, 3.1.0.11). Each entry is answered as the same request would be that comes alone, and
 * all of them from one generation. A batch answers every entry for itself; in a transaction, the first failure is the
 * answer. As nothing can be written, a transaction has nothing to undo.
 */
public final class BatchProvider {
    /** Answers one request. */
    public interface Service {
        /** Answers as if the request had come alone: what fails is an answer too. */
        void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }

    private static final Pattern EXPORT = Pattern.compile("(?:\\w+/)*\\$export|bulk/.*");
    private static final Pattern DESCRIPTION = Pattern.compile("api-docs|swagger-ui(?:/.*)?");

    private final FhirContext context;
    private final KnowledgeBase knowledge;
    private final Service service;

    public BatchProvider(FhirContext context, KnowledgeBase knowledge, Service service) {
        this.context = context;
        this.knowledge = knowledge;
        this.service = service;
    }

    /** The Bundle of answers, in the order of the entries. */
    @Transaction
    public Bundle process(@TransactionParam Bundle request, ServletRequestDetails details) throws IOException {
        boolean transaction = request.getType() == BundleType.TRANSACTION;
        if (!transaction && request.getType() != BundleType.BATCH) {
            throw Failure.invalid("A Bundle that is sent to the base has the type 'batch' or 'transaction'.");
        }
        try (Snapshot snapshot = knowledge.snapshot()) {
            BundleWriter answers = new BundleWriter(
                    transaction ? "transaction-response" : "batch-response", details.getFhirServerBase(), 8192);
            for (int i = 0; i < request.getEntry().size(); i++) {
                TimeBudget.check();
                EntryResponse answer = answer(request.getEntry().get(i), snapshot, details);
                if (transaction && answer.getStatus() >= HttpStatus.BAD_REQUEST_400) {
                    throw new HttpRefusal(
                            answer.getStatus(),
                            "Bundle.entry[" + i + "]: "
                                    + outcome(answer).getIssueFirstRep().getDiagnostics());
                }
                write(answer, answers);
            }
            return new EncodedBundle(answers.end());
        }
    }

    private EntryResponse answer(BundleEntryComponent entry, Snapshot snapshot, ServletRequestDetails details)
            throws IOException {
        EntryResponse response = new EntryResponse(details.getServletResponse());
        try {
            EntryRequest request = request(entry, details);
            RequestSnapshot.pin(request, snapshot);
            service.answer(request, response);
        } catch (Failure e) {
            Outcome outcome = Outcome.of(e, details.getRequestId());
            response.setStatus(outcome.status());
            response.getOutputStream().write(json(outcome.resource()));
        } catch (ServletException e) {
            throw new IllegalStateException("an entry of a batch was not answered", e);
        }
        return response;
    }

    private EntryRequest request(BundleEntryComponent entry, ServletRequestDetails details) {
        BundleEntryRequestComponent asked = entry.getRequest();
        if (asked.getMethod() == null || !asked.hasUrl()) {
            throw Failure.invalid("The entry has no request with a method and a URL.");
        }
        String base = details.getFhirServerBase() + "/";
        String url = asked.getUrl().startsWith(base) ? asked.getUrl().substring(base.length()) : asked.getUrl();
        url = url.startsWith("/") ? url.substring(1) : url;
        if (url.isEmpty() || url.startsWith("?") && asked.getMethod() == Bundle.HTTPVerb.POST) {
            throw Failure.invalid("The entry of a batch cannot be a batch.");
        }
        refuseWhatIsNoInteraction(url.split("[?#]", 2)[0]);
        byte[] body = entry.hasResource()
                ? context.newJsonParser()
                        .encodeResourceToString(entry.getResource())
                        .getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        try {
            EntryRequest request = new EntryRequest(
                    details.getServletRequest(), asked.getMethod().toCode(), url, body);
            request.header("If-None-Match", asked.getIfNoneMatch());
            if (asked.hasIfModifiedSince()) {
                request.header(
                        "If-Modified-Since",
                        ConditionalRead.httpDate(asked.getIfModifiedSince().toInstant()));
            }
            return request;
        } catch (IllegalArgumentException e) {
            throw Failure.invalid("'" + url + "' is not a URL: " + e.getMessage());
        }
    }

    /** What is answered beside FHIR's interactions, by other means than a batch has. */
    private static void refuseWhatIsNoInteraction(String path) {
        if (EXPORT.matcher(path).matches()) {
            throw Failure.notSupported(
                    "An export is asynchronous, by the header 'Prefer: respond-async' and an address to ask"
                            + " for its state (Bulk Data Access 2.0), and has no place in a batch. Send '" + path
                            + "' by itself.");
        }
        if (path.equals("changes")) {
            throw Failure.notSupported("The stream of changes has no end, and so no place in a batch. Listen to it by"
                    + " itself, or ask for '_history?_since=…' in the batch.");
        }
        if (DESCRIPTION.matcher(path).matches()) {
            throw Failure.notSupported(
                    "'" + path + "' describes this server and is no FHIR resource, so it has no place in a"
                            + " batch. Get it by itself, or 'metadata' in the batch.");
        }
    }

    private static void write(EntryResponse answer, BundleWriter answers) {
        int status = answer.getStatus();
        Map<String, String> response = new LinkedHashMap<>();
        response.put("status", BundleWriter.quoted(status + " " + HttpStatus.getMessage(status)));
        if (answer.getHeader("ETag") != null) {
            response.put("etag", BundleWriter.quoted(answer.getHeader("ETag")));
        }
        if (answer.getHeader("Last-Modified") != null) {
            response.put(
                    "lastModified",
                    BundleWriter.quoted(
                            BundleWriter.instant(ConditionalRead.moment(answer.getHeader("Last-Modified")))));
        }
        byte[] body = answer.body();
        boolean failed = status >= HttpStatus.BAD_REQUEST_400;
        if (failed && body.length > 0) {
            response.put("outcome", new String(body, StandardCharsets.UTF_8));
        }
        answers.entry(
                null, failed || body.length == 0 ? null : body, Map.of("response", BundleWriter.object(response)));
    }

    private OperationOutcome outcome(EntryResponse answer) {
        return context.newJsonParser().parseResource(OperationOutcome.class, new ByteArrayInputStream(answer.body()));
    }

    private byte[] json(OperationOutcome outcome) {
        return context.newJsonParser().encodeResourceToString(outcome).getBytes(StandardCharsets.UTF_8);
    }
}
