package org.w3id.materia.server.search;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.model.Failure;
import org.w3id.materia.server.config.Limits;
import org.w3id.materia.server.form.ServedElements;
import org.w3id.materia.server.form.Subset;

/**
 * Parameters that shape an answer rather than select what is in it (FHIR R4, 3.1.1.5 and 3.1.0.1).
 *
 * @param count resources on a page; 0 asks for the total alone
 * @param total whether the total is wanted
 * @param cursor of the page; absent on the first
 */
public record ResultParameters(int count, boolean total, Optional<PageCursor> cursor) {
    /** On every request. */
    public static final Set<String> OF_EVERY_REQUEST = Set.of("_format", "_pretty", "_summary", "_elements");

    /** On searches. */
    static final Set<String> OF_SEARCHES = Set.of("_count", "_total", "_cursor");

    private static final Set<String> SUMMARIES = Set.of("true", "text", "data", "count", "false");

    /** @throws Failure invalid where a value is none of its parameter, or a parameter is there twice */
    static ResultParameters parse(Map<String, String[]> request, Limits limits) {
        checkOfEveryRequest(request);
        boolean countOnly = "count".equals(single(request, "_summary"));
        int count = countOnly ? 0 : count(single(request, "_count"), limits);
        String total = single(request, "_total");
        if (total != null && !Set.of("none", "estimate", "accurate").contains(total)) {
            throw wrong("_total", total, "none, estimate or accurate");
        }
        String cursor = single(request, "_cursor");
        return new ResultParameters(
                count,
                !"none".equals(total) || count == 0,
                Optional.ofNullable(cursor).map(PageCursor::parse));
    }

    /** @throws Failure invalid where {@code _pretty} or {@code _summary} has a value that it cannot have */
    public static void checkOfEveryRequest(Map<String, String[]> request) {
        String pretty = single(request, "_pretty");
        if (pretty != null && !pretty.equals("true") && !pretty.equals("false")) {
            throw wrong("_pretty", pretty, "true or false");
        }
        String summary = single(request, "_summary");
        if (summary != null && !SUMMARIES.contains(summary)) {
            throw wrong("_summary", summary, "true, text, data, count or false");
        }
        if (summary != null && !summary.equals("false") && request.containsKey("_elements")) {
            throw Failure.invalid("'_summary' and '_elements' cannot be combined.");
        }
        single(request, "_format");
        single(request, "_elements");
    }

    /**
     * Those names in {@code _elements} that none of the types has, where the client wants them passed over.
     *
     * @param types empty for all that there are
     * @throws Failure invalid where there are such names, and the client has not asked for leniency
     */
    public static Set<String> unknownElements(
            Map<String, String[]> request, Collection<String> types, Handling handling) {
        String value = single(request, "_elements");
        if (value == null) {
            return Set.of();
        }
        Set<String> names = Subset.names(value);
        if (names.isEmpty()) {
            throw Failure.invalid("'_elements' is empty. It names elements at the root of a resource, such as 'code'.");
        }
        Set<String> unknown = ServedElements.unknown(names, types);
        if (!unknown.isEmpty() && handling == Handling.STRICT) {
            throw ServedElements.refusal(unknown, types);
        }
        return unknown;
    }

    /** How many resources a page has. */
    static int count(String value, Limits limits) {
        if (value == null) {
            return limits.pages().usual();
        }
        // Nine digits fit into an int; more are as good as the largest page.
        if (!value.matches("\\d+")) {
            throw wrong("_count", value, "a whole number, 0 or more");
        }
        return value.length() > 9
                ? limits.pages().largest()
                : Math.min(Integer.parseInt(value), limits.pages().largest());
    }

    private static String single(Map<String, String[]> request, String name) {
        String[] values = request.get(name);
        if (values == null) {
            return null;
        }
        if (values.length > 1) {
            throw Failure.invalid("'" + name + "' can be given once, and not " + values.length + " times.");
        }
        return values[0];
    }

    private static Failure wrong(String name, String value, String right) {
        return Failure.invalid("'" + value + "' is not a value for '" + name + "': it is " + right + ".");
    }
}
