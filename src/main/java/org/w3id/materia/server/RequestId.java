package org.w3id.materia.server;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Ids of requests (FHIR R4, 3.1.0.1.12): the client's own or a new one, in the answer and in the log. */
final class RequestId {
    static final String HEADER = "X-Request-ID";

    /** What can be written into a header and a line of a log without harm. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:/+=-]{1,200}");

    private RequestId() {}

    /** Whether the client's id can be taken over. */
    static boolean isUsable(String id) {
        return id != null && HARMLESS.matcher(id).matches();
    }

    /** Sixteen characters that no other request of this day is likely to have; nothing secret depends on them. */
    static String create() {
        String id = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
        return "0".repeat(Math.max(0, 16 - id.length())) + id;
    }
}
