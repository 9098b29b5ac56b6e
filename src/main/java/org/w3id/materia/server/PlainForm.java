package org.w3id.materia.server;

import java.util.Map;
import java.util.Set;

/** Whether an answer is wanted as it is stored: whole, and without white space. */
final class PlainForm {
    private static final Set<String> WHOLE = Set.of("false", "count");

    private PlainForm() {}

    /** @param parameters of the request; {@code _format} is not looked at */
    static boolean isAskedFor(Map<String, String[]> parameters) {
        String[] pretty = parameters.get("_pretty");
        String[] summary = parameters.get("_summary");
        return (pretty == null || !pretty[0].equals("true"))
                && (summary == null || WHOLE.contains(summary[0]))
                && parameters.keySet().stream().noneMatch(name -> name.startsWith("_elements"));
    }
}
