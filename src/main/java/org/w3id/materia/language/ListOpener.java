package org.w3id.materia.language;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words behind a name that open a list of its members, read as one construct wherever they stand: "such as", "e.g.", "including",
 * "which may include, but are not limited to,". Commas inside belong to the opener.
 */
public final class ListOpener {
    private static final Lexicon OPENERS = Lexicon.load("language/list-openers.txt");
    private static final List<List<String>> LIMITATIONS = List.of(
            List.of("but", "not", "limited", "to"),
            List.of("but", "is", "not", "limited", "to"),
            List.of("but", "are", "not", "limited", "to"),
            List.of("but", "not", "restricted", "to"),
            List.of("but", "are", "not", "restricted", "to"),
            List.of("without", "limitation"));

    /** The same at the beginning of a text, or of what stands in a bracket. */
    private static final Pattern BEGINS = Pattern.compile(
            "\\s*(?:e\\.?g\\b\\.?,?|(?:such as|including(?:,? but not limited to)?|includes?|like"
                    + "|for example,?|for instance,?)(?!\\w))\\s*",
            Pattern.CASE_INSENSITIVE);

    private ListOpener() {}

    /** Behind the opener with which characters {@code [start, end)} of a text begin; {@code start} where they begin with none. */
    public static int behind(String text, int start, int end) {
        Matcher opener = BEGINS.matcher(text).region(start, Math.max(start, end));
        return opener.lookingAt() ? opener.end() : start;
    }

    /** How many tokens the opener takes that stands at {@code at}, the comma behind "but not limited to" included; 0 where none does. */
    public static int length(Words words, int at) {
        int n = words.match(OPENERS, at);
        if (n == 0) {
            return 0;
        }
        int end = at + n;
        int limitation = limitation(words, end);
        return limitation > end ? limitation - at : n;
    }

    /** Behind "but not limited to" and the comma that may stand on either side of it; {@code at} where it does not stand there. */
    public static int limitation(Words words, int at) {
        int from = words.isComma(at) ? at + 1 : at;
        for (List<String> limitation : LIMITATIONS) {
            int end = from;
            while (end - from < limitation.size() && words.word(end).equals(limitation.get(end - from))) {
                end++;
            }
            if (end - from == limitation.size()) {
                return words.isComma(end) ? end + 1 : end;
            }
        }
        return at;
    }
}
