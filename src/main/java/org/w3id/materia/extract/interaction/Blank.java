package org.w3id.materia.extract.interaction;

import java.util.regex.Pattern;

/** Replaces what stands in brackets by spaces, so that ranges stay what they are. */
final class Blank {
    private static final Pattern ARTICLE = Pattern.compile("\\s*(?:an?|the)\\s", Pattern.CASE_INSENSITIVE);

    private Blank() {}

    /** Whether what stands in a bracket says what the medicine before it is, and lists none: "(a diuretic)". */
    static boolean describes(String inBracket) {
        return ARTICLE.matcher(inBracket).lookingAt();
    }

    static String brackets(String text) {
        if (text.indexOf('(') < 0 && text.indexOf('[') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text);
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean closes = c == ')' || c == ']';
            depth += c == '(' || c == '[' ? 1 : 0;
            if (depth > 0) {
                plain.setCharAt(i, ' ');
            }
            depth -= closes && depth > 0 ? 1 : 0;
        }
        return plain.toString();
    }
}
