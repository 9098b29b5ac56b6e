package org.w3id.materia.language;

import java.util.regex.Pattern;

/** Brackets of a text, for readers to whom what stands in them says nothing, or says something apart. */
public final class Brackets {
    private static final Pattern BRACKET = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern ARTICLE = Pattern.compile("\\s*(?:an?|the)\\s", Pattern.CASE_INSENSITIVE);

    private Brackets() {}

    /** The text with blanks for every bracket and what is in it; offsets stay. */
    public static String blank(String text) {
        StringBuilder blanked = new StringBuilder(text);
        int depth = 0;
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '(' || c == '[') && depth++ == 0) {
                open = i;
            } else if ((c == ')' || c == ']') && depth > 0 && --depth == 0) {
                blanked.replace(open, i + 1, " ".repeat(i + 1 - open));
            }
        }
        return blanked.toString();
    }

    /** The text without its brackets and the blanks around it. */
    public static String without(String text) {
        return BRACKET.matcher(text).replaceAll("").strip();
    }

    /** Whether what stands in a bracket says what the name before it is, and lists none: "(a diuretic)". */
    public static boolean describe(String inBracket) {
        return ARTICLE.matcher(inBracket).lookingAt();
    }
}
