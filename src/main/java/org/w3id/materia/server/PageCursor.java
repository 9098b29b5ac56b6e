package org.w3id.materia.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.model.Failure;

/**
 * Where a page begins, as the value of {@code _cursor} in a page link: the server keeps nothing about clients that page.
 *
 * @param generation of the knowledge base, the same for every page of one search
 * @param after what the store says of where the page before ended
 */
record PageCursor(long generation, String after) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})_([A-Za-z0-9\\-._]{1,2000})");

    static PageCursor parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw Failure.invalid("'" + text + "' is not a value for '_cursor': only page links of a search have one.");
        }
        return new PageCursor(Long.parseLong(m.group(1)), m.group(2));
    }

    @Override
    public String toString() {
        return generation + "_" + after;
    }
}
