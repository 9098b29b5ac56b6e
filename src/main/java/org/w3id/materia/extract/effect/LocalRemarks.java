package org.w3id.materia.extract.effect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.phrase.Phrase;

/** What stands right beside one effect of a list and is about it alone: "rarely, X", "X (rare)", "X – seek help". */
final class LocalRemarks {
    private static final Pattern BEHIND =
            Pattern.compile("^\\s*(?:\\(([^)]*)\\))?\\s*(?:[–—-]\\s(.*))?", Pattern.DOTALL);
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern SEVERE = Pattern.compile("\\b(?:severe|serious|life-threatening|fatal)\\b");

    private LocalRemarks() {}

    static String around(String text, int previousEnd, Phrase phrase) {
        String before = text.substring(previousEnd, phrase.start());
        int bracket = Math.max(before.lastIndexOf('('), before.lastIndexOf(')'));
        StringBuilder remarks = new StringBuilder(before.substring(bracket + 1));
        Matcher behind = BEHIND.matcher(text.substring(phrase.end()));
        if (behind.find()) {
            for (int i = 1; i <= behind.groupCount(); i++) {
                remarks.append(' ').append(behind.group(i) == null ? "" : behind.group(i));
            }
        }
        return remarks.toString();
    }

    static String inBrackets(String label) {
        Matcher bracket = IN_BRACKETS.matcher(label);
        return bracket.find() ? bracket.group(1) : "";
    }

    /** The phrase's own word that calls it severe; empty where it has none. */
    static String severity(Phrase phrase) {
        Matcher severe = SEVERE.matcher(phrase.text());
        return severe.find() ? severe.group() : "";
    }
}
