package org.w3id.materia.server.interaction;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * What a request asks for. The path is the decoded one: who decides by it what is allowed sees what handlers see.
 *
 * @param type of resource, as the path names it, which need not exist; null where it names none
 * @param operation with its {@code $}, as the path names it; null where it names none
 */
public record RestInteraction(Kind kind, String type, String operation) {
    private static final String BASE = "/fhir";
    private static final String ATTRIBUTE = RestInteraction.class.getName();

    private static RestInteraction of(Kind kind) {
        return new RestInteraction(kind, null, null);
    }

    private static RestInteraction of(Kind kind, String type) {
        return new RestInteraction(kind, type, null);
    }

    /** That of a request; found once. */
    public static RestInteraction of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RestInteraction known) {
            return known;
        }
        String path = Request.getPathInContext(request);
        RestInteraction found = of(request.getMethod(), path == null ? "" : path);
        request.setAttribute(ATTRIBUTE, found);
        return found;
    }

    /** @param path decoded, from the root of the server, without a query */
    public static RestInteraction of(String method, String path) {
        if (path.startsWith(BASE) && (path.length() == BASE.length() || path.charAt(BASE.length()) == '/')) {
            return ofFhir(method, path.substring(Math.min(path.length(), BASE.length() + 1)));
        }
        return of(beside(path));
    }

    private static Kind beside(String path) {
        if (path.startsWith("/health/")) {
            return Kind.HEALTH;
        }
        if (path.equals("/metrics")) {
            return Kind.METRICS;
        }
        if (path.equals("/cds-services") || path.equals("/cds-services/")) {
            return Kind.CDS_DISCOVERY;
        }
        if (path.startsWith("/cds-services/")) {
            return Kind.CDS_HOOK;
        }
        return path.startsWith("/infobutton") ? Kind.INFOBUTTON : Kind.PAGE;
    }

    /** @param path below the FHIR base, without a slash before it */
    private static RestInteraction ofFhir(String method, String path) {
        String[] segments = path.split("/"); // Those that are empty at the end are none.
        String first = segments.length == 0 ? "" : segments[0];
        String last = segments.length == 0 ? "" : segments[segments.length - 1];
        if (last.startsWith("$")) {
            return last.equals("$export")
                    ? new RestInteraction(Kind.EXPORT, segments.length == 1 ? null : first, last)
                    : new RestInteraction(Kind.OPERATION, segments.length == 1 ? null : first, last);
        }
        return switch (first) {
            case "" -> of(HttpMethod.POST.is(method) ? Kind.BATCH : Kind.SEARCH_SYSTEM);
            case "metadata" -> of(Kind.CAPABILITIES);
            case "changes" -> of(Kind.CHANGES);
            case "bulk" -> of(segments.length > 2 ? Kind.EXPORT_FILE : Kind.EXPORT_STATUS, typeOfFile(segments));
            case "_history" -> of(Kind.HISTORY_SYSTEM);
            case "_search" -> of(Kind.SEARCH_SYSTEM);
            case "api-docs", "swagger-ui", ".well-known" -> of(Kind.DESCRIPTION);
            default -> ofType(first, segments);
        };
    }

    private static RestInteraction ofType(String type, String[] segments) {
        if (segments.length == 1 || segments[1].equals("_search")) {
            return of(Kind.SEARCH_TYPE, type);
        }
        if (segments[1].equals("_history")) {
            return of(Kind.HISTORY_TYPE, type);
        }
        if (segments.length > 2 && segments[2].equals("_history")) {
            return of(segments.length > 3 ? Kind.VREAD : Kind.HISTORY_INSTANCE, type);
        }
        return of(Kind.READ, type);
    }

    /** {@code bulk/ID/Medication.ndjson} → Medication. */
    private static String typeOfFile(String[] segments) {
        if (segments.length <= 2) {
            return null;
        }
        int dot = segments[2].indexOf('.');
        return dot < 0 ? segments[2] : segments[2].substring(0, dot);
    }
}
