package org.w3id.materia.server.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.model.Failure;

/**
 * Where a page begins, as the value of {@code _cursor} in a page link: the server keeps nothing about clients that page.
 *
 * @param generation of the knowledge base, the same for every page of one search
 * @param after where the page before ended, in the words of what made the page
 */
public record PageCursor(long generation, String after) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})_([A-Za-z0-9\\-._~]{1,4096})");

    /**
     * What {@link #toString()} has written.
     *
     * @throws Failure invalid where it is nothing of the kind
     */
    public static PageCursor parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw invalid(text);
        }
        return new PageCursor(Long.parseLong(m.group(1)), m.group(2));
    }

    /** For pages that are counted: how many resources came before. */
    public int offset() {
        if (!after.matches("\\d{1,9}")) {
            throw invalid(toString());
        }
        return Integer.parseInt(after);
    }

    private static Failure invalid(String text) {
        return Failure.invalid("'" + text + "' is not a value for '_cursor': only page links have one.");
    }

    @Override
    public String toString() {
        return generation + "_" + after;
    }
}
