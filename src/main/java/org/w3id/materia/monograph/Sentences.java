package org.w3id.materia.monograph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a passage into sentences: at a full stop, question mark or exclamation mark (with the quotes and brackets that
 * close behind it) that white space and the beginning of a sentence follow. A full stop behind an abbreviation or an
 * initial ends nothing. A line that ends for a reader ends a sentence.
 */
final class Sentences {
    /** What may stand before a full stop that ends no sentence, lower case. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g", "i.e", "vs", "dr", "mr", "mrs", "ms", "prof", "approx", "ca", "cf", "fig", "st", "resp", "incl",
            "max", "min", "spp", "sp", "subsp", "var", "viz", "al", "u.s", "u.k", "q.d", "b.i.d", "t.i.d", "q.i.d");

    private Sentences() {}

    static List<Passage> of(Passage passage) {
        String text = passage.text();
        List<Passage> sentences = new ArrayList<>();
        int start = 0;
        int depth = 0;
        int lastClose = Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == PassageReader.BORDER) {
                add(sentences, passage, start, i);
                start = i + 1;
                depth = 0;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if ((c == ')' || c == ']') && depth > 0) {
                depth--;
            } else if (isTerminator(c)) {
                int end = closeBehind(text, i + 1);
                // A bracket that never closes must not swallow the rest of the paragraph.
                boolean inside = depth > 0 && end == i + 1 && i + 1 <= lastClose;
                if (!inside && beginsSentence(text, end) && !(c == '.' && isAbbreviation(text, start, i))) {
                    add(sentences, passage, start, end);
                    start = end;
                    depth = 0;
                }
            }
        }
        add(sentences, passage, start, text.length());
        return sentences;
    }

    private static void add(List<Passage> sentences, Passage passage, int start, int end) {
        Passage part = passage.part(start, end);
        if (!part.text().isEmpty()) {
            sentences.add(part);
        }
    }

    private static boolean isTerminator(char c) {
        return c == '.' || c == '?' || c == '!';
    }

    private static int closeBehind(String text, int from) {
        int i = from;
        while (i < text.length() && "\"'”’)]*".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean beginsSentence(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(at))) {
            return false;
        }
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next >= text.length() || !Character.isLowerCase(text.charAt(next));
    }

    /** "30 min." and "5 mg/min." end as words do: there "min" is minutes, not a minimum. */
    private static boolean isMeasured(String text, int start) {
        int before = start - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && (text.charAt(before) == '/' || Character.isDigit(text.charAt(before)));
    }

    private static boolean isAbbreviation(String text, int sentenceStart, int stop) {
        int start = stop;
        while (start > sentenceStart && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        String word = text.substring(start, stop);
        if (word.equals("min") && isMeasured(text, start)) {
            return false;
        }
        if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
            // "E. coli", but not "vitamin C. Take": an initial begins a name, so a lower-case word follows; here none
            // does.
            return start == sentenceStart;
        }
        return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }
}
