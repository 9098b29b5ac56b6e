package org.w3id.materia.extract.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a sentence where one statement ends and another begins. */
final class Clauses {
    private static final Pattern BOUNDARY = Pattern.compile(
            "[.?!]\\s|\\bA:\\s|;\\s(?=[^;]*\\b(?:is|are|should|may|can|must|consult|avoid|has|will)\\b)|,?\\s(?:but(?! not limited)|however|although|though|whereas)\\s|,?\\sand\\s(?=(?:it|its use|they|this|should|must|use|is|are|may|can|caution|avoid|do not|not recommended|consult|inform|patients|individuals|those who are taking)\\b)",
            Pattern.CASE_INSENSITIVE);

    private Clauses() {}

    static List<Range> of(String text) {
        List<Range> clauses = new ArrayList<>();
        Matcher boundary = BOUNDARY.matcher(text);
        int from = 0;
        while (boundary.find()) {
            clauses.add(new Range(from, boundary.start()));
            from = boundary.end();
        }
        clauses.add(new Range(from, text.length()));
        return clauses;
    }
}
