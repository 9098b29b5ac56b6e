package org.w3id.materia.server.http;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/** Ids of requests (FHIR R4, 3.1.0.1.12): the client's own or a new one, in the answer and in the log. */
public final class RequestId {
    public static final String HEADER = "X-Request-ID";

    /** What can be written into a header and a line of a log without harm. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:/+=-]{1,200}");

    private RequestId() {}

    /** The request's id, which is the same whenever it is asked for. */
    public static String of(Request request) {
        if (request.getAttribute(HEADER) instanceof String known) {
            return known;
        }
        String given = request.getHeaders().get(HEADER);
        String id = given != null && HARMLESS.matcher(given).matches() ? given : create();
        request.setAttribute(HEADER, id);
        return id;
    }

    /** Sixteen characters that no other request of this day is likely to have; nothing secret depends on them. */
    private static String create() {
        String id = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
        return "0".repeat(Math.max(0, 16 - id.length())) + id;
    }
}
