package org.w3id.materia.extract.fact;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The state of the disease that a use is limited to and its name does not hold: "relapsed or refractory (…) mycosis fungoides". */
public final class DiseaseStatus {
    private static final String STATE =
            "(?:relapsed|relapsing|refractory|recurrent|unresectable|inoperable|metastatic)";
    private static final Pattern STATES = Pattern.compile(
            "\\b" + STATE + "(?:(?:\\s*/\\s*|,? (?:or|and|and/or) )" + STATE + ")+\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");

    private DiseaseStatus() {}

    /**
     * The state in the text's own words.
     *
     * @param quote from the words that open the use to the condition
     * @param condition its name
     */
    public static Optional<String> in(String quote, String condition) {
        Matcher states = STATES.matcher(quote);
        if (!states.find()) {
            return Optional.empty();
        }
        String words = states.group().toLowerCase(Locale.ROOT);
        // Behind a comma another disease begins, of which nothing is said.
        String behind = BRACKETS.matcher(quote.substring(states.end())).replaceAll("");
        return condition.contains(words) || behind.indexOf(',') >= 0 ? Optional.empty() : Optional.of(words);
    }
}
