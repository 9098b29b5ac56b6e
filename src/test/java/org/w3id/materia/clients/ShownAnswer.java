package org.w3id.materia.clients;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer as a document shows it. A line that is {@code …} alone stands for any number of lines, {@code …} within a line
 * for any text of that line; everything else is exact.
 *
 * @param text lines, each with its end
 */
record ShownAnswer(String text) {
    private static final String LEFT_OUT = "…";

    boolean isOf(String answer) {
        String whole = answer.isEmpty() || answer.endsWith("\n") ? answer : answer + "\n";
        String pattern = text.lines().map(ShownAnswer::pattern).collect(Collectors.joining());
        return Pattern.compile(pattern).matcher(whole).matches();
    }

    private static String pattern(String line) {
        if (line.strip().equals(LEFT_OUT)) {
            return "(?s:.*?)(?<![^\\n])";
        }
        return Pattern.compile(LEFT_OUT)
                .splitAsStream(line + "\n")
                .map(Pattern::quote)
                .collect(Collectors.joining("[^\n]*"));
    }
}
