package org.w3id.materia.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a text, in which entries of lexicons are found: whole words, the longest entry first, none overlapping another. */
public final class WordRuns {
    private final List<String> words = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    private WordRuns(String text) {
        int i = 0;
        while (i < text.length()) {
            int start = i;
            while (i < text.length() && isPart(text, i)) {
                i++;
            }
            if (i > start) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                starts.add(start);
                ends.add(i);
            } else {
                i++;
            }
        }
    }

    /**
     * An entry's place.
     *
     * @param value the entry's value
     * @param start offset of its first character in the text
     * @param end offset behind it
     */
    public record Run(String value, int start, int end) {}

    /** The words of a text. */
    public static WordRuns of(String text) {
        return new WordRuns(text);
    }

    /** The entries of a lexicon that the text has, in order. */
    public List<Run> find(Lexicon lexicon) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int n = lexicon.prefixLength(words, i);
            if (n > 0) {
                String value =
                        lexicon.value(String.join(" ", words.subList(i, i + n))).orElseThrow();
                int last = i + n - 1;
                runs.add(new Run(value, starts.get(i), ends.get(last)));
                i = last;
            }
        }
        return runs;
    }

    /** Letters and digits, and a hyphen between two of them. */
    private static boolean isPart(String text, int i) {
        char c = text.charAt(i);
        return Character.isLetterOrDigit(c)
                || c == '-'
                        && i > 0
                        && i + 1 < text.length()
                        && Character.isLetterOrDigit(text.charAt(i - 1))
                        && Character.isLetterOrDigit(text.charAt(i + 1));
    }
}
