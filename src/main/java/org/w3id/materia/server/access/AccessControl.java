package org.w3id.materia.server.access;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.w3id.materia.server.failure.Outcome;
import org.w3id.materia.server.failure.OutcomeErrorHandler;
import org.w3id.materia.server.form.HttpRefusal;
import org.w3id.materia.server.interaction.RestInteraction;
import org.w3id.materia.server.token.TokenRefusedException;

/**
 * Lets through what its token allows. The first look is at method, path and query, before anything answers; the second, of what has FHIR's
 * own form, at what only the servlet has read: the form of a search by POST, and the entries of a batch.
 */
public final class AccessControl {
    private static final int TRY_AGAIN = 10;

    private final Grants grants;
    private final AccessRules rules;
    private final OutcomeErrorHandler errors;

    /** @param cdsByItself whether the CDS services know their clients by tokens of their own kind */
    public AccessControl(Grants grants, boolean cdsByItself, OutcomeErrorHandler errors) {
        this.grants = grants;
        this.rules = new AccessRules(cdsByItself);
        this.errors = errors;
    }

    /** The first look, before the handler. */
    public Handler before(Handler handler) {
        return new Handler.Wrapper(handler) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return refuses(request, response, callback) || super.handle(request, response, callback);
            }
        };
    }

    private boolean refuses(Request request, Response response, Callback callback) {
        if (HttpMethod.OPTIONS.is(request.getMethod())) {
            return false; // Says what is allowed, and browsers send no token with it.
        }
        Need need = rules.of(RestInteraction.of(request), parameters(request));
        if (need.level() == Need.Level.NOTHING) {
            return false;
        }
        try {
            Grant grant = grants.of(request.getHeaders().get(HttpHeader.AUTHORIZATION));
            request.setAttribute(Grant.ATTRIBUTE, grant);
            if (grant.allows(need)) {
                return false;
            }
            refuse(
                    new Outcome(HttpStatus.FORBIDDEN_403, IssueType.FORBIDDEN, message(need)),
                    response,
                    callback,
                    challenge(need));
        } catch (TokenRefusedException e) {
            TokenRefusedException.Reason reason = e.reason();
            if (reason == TokenRefusedException.Reason.KEYS_UNAVAILABLE) {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, TRY_AGAIN);
            }
            refuse(
                    new Outcome(reason.status(), IssueType.fromCode(reason.issue()), e.getMessage()),
                    response,
                    callback,
                    reason.challenge());
        }
        return true;
    }

    private void refuse(Outcome outcome, Response response, Callback callback, String challenge) {
        if (!challenge.isEmpty()) {
            response.getHeaders().put(new HttpField(HttpHeader.WWW_AUTHENTICATE, challenge));
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        errors.answer(outcome, response, callback);
    }

    /**
     * The second look.
     *
     * @throws HttpRefusal with 403 where the token that came with the request does not allow it
     */
    public void check(ServletRequestDetails details) {
        Need need = rules.of(interaction(details), details.getParameters());
        if (need.level() == Need.Level.NOTHING) {
            return;
        }
        Object grant = details.getServletRequest().getAttribute(Grant.ATTRIBUTE);
        if (!(grant instanceof Grant given) || !given.allows(need)) {
            HttpRefusal refusal = new HttpRefusal(HttpStatus.FORBIDDEN_403, message(need));
            refusal.addResponseHeader(HttpHeader.WWW_AUTHENTICATE.asString(), challenge(need));
            throw refusal;
        }
    }

    /** As HAPI has understood the request: it is HAPI that will answer it. */
    private static RestInteraction interaction(ServletRequestDetails details) {
        StringBuilder path = new StringBuilder("/fhir");
        for (String part : new String[] {
            details.getResourceName(),
            details.getId() == null ? null : details.getId().getIdPart(),
            details.getOperation()
        }) {
            if (part != null) {
                path.append('/').append(part);
            }
        }
        return RestInteraction.of(details.getRequestType().name(), path.toString());
    }

    private static String message(Need need) {
        return "The token does not allow this. It needs the scope " + need.scopes() + ".";
    }

    private static String challenge(Need need) {
        return "Bearer realm=\"Materia\", error=\"insufficient_scope\", scope=\"" + need.scopes() + "\"";
    }

    private static Map<String, String[]> parameters(Request request) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        if (request.getHttpURI().getQuery() != null) {
            for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
                parameters.put(field.getName(), field.getValues().toArray(String[]::new));
            }
        }
        return parameters;
    }
}
