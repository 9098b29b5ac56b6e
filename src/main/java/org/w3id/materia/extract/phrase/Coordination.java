package org.w3id.materia.extract.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a list of noun phrases ("nausea, vomiting, and severe skin rash") into its members. */
public final class Coordination {
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*(?:[,;]\\s*(?:and/or|and|or|as well as)\\b|[,;]|\\b(?:and/or|and|or|as well as)\\b|&)\\s*");

    private Coordination() {}

    /**
     * The members of the coordination that characters {@code [start, end)} of {@code text} are; one phrase where there is
     * nothing to split. Text in brackets is left out.
     */
    public static List<Phrase> split(String text, int start, int end) {
        StringBuilder masked = new StringBuilder(text);
        int depth = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            }
            if (depth > 0) {
                masked.setCharAt(i, '\u0001');
            }
            if ((c == ')' || c == ']') && depth > 0) {
                depth--;
            }
        }
        List<Phrase> phrases = new ArrayList<>();
        Matcher m = SEPARATOR.matcher(masked).region(start, end);
        int from = start;
        while (m.find()) {
            add(phrases, masked, from, m.start());
            from = m.end();
        }
        add(phrases, masked, from, end);
        return phrases;
    }

    private static void add(List<Phrase> phrases, CharSequence masked, int start, int end) {
        int s = start;
        int e = end;
        while (s < e && !Character.isLetterOrDigit(masked.charAt(s))) {
            s++;
        }
        while (e > s
                && (Character.isWhitespace(masked.charAt(e - 1)) || ".:\u0001".indexOf(masked.charAt(e - 1)) >= 0)) {
            e--;
        }
        if (s < e) {
            String words = masked.subSequence(s, e).toString().replace('\u0001', ' ');
            phrases.add(new Phrase(words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT), s, e));
        }
    }
}
