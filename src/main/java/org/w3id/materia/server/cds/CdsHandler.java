package org.w3id.materia.server.cds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.w3id.materia.model.Failure;
import org.w3id.materia.safety.SafetyCheck;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.report.SafetyReport;
import org.w3id.materia.server.http.AllowedMethods;
import org.w3id.materia.server.token.TokenRefusedException;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** Routes what is below {@code /cds-services}, and lets everything else pass. */
public final class CdsHandler extends Handler.Abstract {
    static final String DISCOVERY = "/cds-services";
    private static final Pattern SERVICE = Pattern.compile("/cds-services/([a-z-]{1,64})(/feedback)?");
    private static final int MOST_MEDICINES = 100;
    private static final int MOST_CONDITIONS = 1_000;
    private static final long RETRY_SECONDS = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KnowledgeBase knowledge;
    private final SafetyCheck check;
    private final Function<Request, String> address;
    private final CdsClients clients;
    private final Feedback feedback = new Feedback();

    /**
     * @param address of the server, as the client sees it, without a slash at the end
     * @param clients who may call a service; discovery is for everybody
     */
    public CdsHandler(
            KnowledgeBase knowledge, SafetyCheck check, Function<Request, String> address, CdsClients clients) {
        this.knowledge = knowledge;
        this.check = check;
        this.address = address;
        this.clients = clients;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (path.equals(DISCOVERY) || path.equals(DISCOVERY + "/")) {
            if (allows(request, response, callback, "GET", "HEAD")) {
                send(HttpStatus.OK_200, CdsService.discovery(), response, callback);
            }
            return true;
        }
        Matcher matcher = SERVICE.matcher(path);
        if (!path.startsWith(DISCOVERY + "/")) {
            return false;
        }
        CdsService service = matcher.matches() ? CdsService.of(matcher.group(1)).orElse(null) : null;
        if (service == null) {
            refuse(
                    HttpStatus.NOT_FOUND_404,
                    "not-found",
                    "There is no such CDS service; /cds-services tells which there are.",
                    response,
                    callback);
        } else {
            answer(service, matcher.group(2) != null, request, response, callback);
        }
        return true;
    }

    private void answer(CdsService service, boolean isFeedback, Request request, Response response, Callback callback)
            throws IOException {
        if (!(isFeedback
                ? allows(request, response, callback, "GET", "POST")
                : allows(request, response, callback, "POST"))) {
            return;
        }
        try {
            clients.require(
                    request.getHeaders().get(HttpHeader.AUTHORIZATION),
                    address.apply(request),
                    Request.getPathInContext(request));
            if (isFeedback) {
                takeFeedback(request, response, callback);
            } else {
                call(service, request, response, callback);
            }
        } catch (TokenRefusedException refusal) {
            TokenRefusedException.Reason reason = refusal.reason();
            if (reason == TokenRefusedException.Reason.KEYS_UNAVAILABLE) {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
            } else {
                response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, reason.challenge());
            }
            refuse(reason.status(), reason.issue(), refusal.getMessage(), response, callback);
        } catch (Failure failure) {
            refuse(HttpStatus.BAD_REQUEST_400, "invalid", failure.getMessage(), response, callback);
        } catch (StackOverflowError e) {
            refuse(HttpStatus.BAD_REQUEST_400, "invalid", "The body is nested too deeply.", response, callback);
        }
    }

    private void call(CdsService service, Request request, Response response, Callback callback) throws IOException {
        HookRequest hook = HookRequest.parse(body(request), service);
        for (String[] needed : List.of(new String[] {"patient", "Patient"}, new String[] {"conditions", "Condition"})) {
            boolean isThere = needed[0].equals("patient")
                    ? !hook.ofType(needed[1]).isEmpty()
                    : hook.hasLookedFor(needed[0], needed[1]);
            if (!isThere) {
                refuse(
                        HttpStatus.PRECONDITION_FAILED_412,
                        "processing",
                        "The medicines cannot be checked: no " + needed[1] + " was supplied. The prefetch key is '"
                                + needed[0] + "', for the query "
                                + service.prefetch().get(needed[0]) + " .",
                        response,
                        callback);
                return;
            }
        }
        RecordReader reader = new RecordReader(hook);
        List<ListedMedicine> medicines = reader.medicines();
        if (medicines.size() > MOST_MEDICINES) {
            throw Failure.invalid("A call has at most " + MOST_MEDICINES + " medicines.");
        }
        Patient patient = reader.patient();
        if (patient.conditions().size() + patient.allergies().size() > MOST_CONDITIONS) {
            throw Failure.invalid("A call has at most " + MOST_CONDITIONS + " conditions and allergies.");
        }
        SafetyReport report;
        try (Snapshot snapshot = knowledge.snapshot()) {
            report = check.check(patient, medicines, service.scope(), snapshot);
        }
        List<String> notSupplied = medicines.isEmpty() ? List.of() : notSupplied(hook, service);
        send(HttpStatus.OK_200, Cards.of(report, medicines, notSupplied, address.apply(request)), response, callback);
    }

    private static byte[] body(Request request) throws IOException {
        return BufferUtil.toArray(Content.Source.asByteBuffer(request));
    }

    private static List<String> notSupplied(HookRequest hook, CdsService service) {
        List<String> missing = new ArrayList<>();
        if (!hook.hasLookedFor("allergies", "AllergyIntolerance")) {
            missing.add("allergies");
        }
        boolean hasTaken = hook.hasLookedFor("medications", "MedicationRequest")
                || hook.hasLookedFor("medications", "MedicationStatement");
        if (!hasTaken && service != CdsService.PATIENT_VIEW) {
            missing.add("other medicines");
        }
        return missing;
    }

    private void takeFeedback(Request request, Response response, Callback callback) throws IOException {
        if (request.getMethod().equals("POST")) {
            feedback.take(body(request));
            send(HttpStatus.OK_200, JSON.createObjectNode(), response, callback);
        } else {
            send(HttpStatus.OK_200, feedback.counts(), response, callback);
        }
    }

    private static boolean allows(Request request, Response response, Callback callback, String... methods) {
        return AllowedMethods.has(
                request,
                response,
                callback,
                List.of(methods),
                () -> refuse(
                        HttpStatus.METHOD_NOT_ALLOWED_405,
                        "not-supported",
                        "Allowed here: " + String.join(", ", methods) + ".",
                        response,
                        callback));
    }

    private static void refuse(int status, String code, String message, Response response, Callback callback) {
        ObjectNode outcome = JSON.createObjectNode().put("resourceType", "OperationOutcome");
        outcome.putArray("issue")
                .addObject()
                .put("severity", "error")
                .put("code", code)
                .put("diagnostics", message);
        send(status, outcome, response, callback);
    }

    private static void send(int status, ObjectNode body, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json;charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body.toString().getBytes(StandardCharsets.UTF_8)), callback);
    }
}
