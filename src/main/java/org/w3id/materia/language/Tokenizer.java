package org.w3id.materia.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3id.materia.language.Token.Kind;

/**
 * Cuts text into words, numbers and marks. Every character that is no white space belongs to exactly one token, and the
 * tokens stand in the order of the text. {@link Tokens} and {@link Words} are views of them in which a bracket is one token.
 */
public final class Tokenizer {
    private static final Set<String> CONJUNCTIONS = Set.of("and", "or", "and/or", "&", "nor");
    private static final Set<String> ABBREVIATIONS = Set.of("e.g.", "i.e.", "etc.", "vs.");
    private static final int SHORTEST_SPLIT_WORD = 3;

    private final String text;
    private final int end;
    private final List<Token> tokens = new ArrayList<>();

    private Tokenizer(String text, int end) {
        this.text = text;
        this.end = end;
    }

    /** The tokens of the whole text. */
    public static List<Token> of(String text) {
        return of(text, 0, text.length());
    }

    /** The tokens of characters {@code [start, end)} of {@code text}, in order. */
    public static List<Token> of(String text, int start, int end) {
        Tokenizer cutter = new Tokenizer(text, end);
        cutter.cut(start);
        return cutter.tokens;
    }

    private void cut(int start) {
        int i = start;
        while (i < end) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
            } else if (isWordPart(text.charAt(i)) && !isDash(i)) {
                int from = i;
                while (i < end && (isWordPart(text.charAt(i)) || text.charAt(i) == ',' && !isComma(i))) {
                    i++;
                }
                addRun(from, i);
            } else {
                add(mark(i), i, i + 1);
                i++;
            }
        }
    }

    private Kind mark(int i) {
        return switch (text.charAt(i)) {
            case ',' -> Kind.COMMA;
            case ';' -> Kind.SEMICOLON;
            case ':' -> Kind.COLON;
            case '.', '?', '!' -> Kind.STOP;
            case '(', '[' -> Kind.OPEN;
            case ')', ']' -> Kind.CLOSE;
            default -> isDash(i) ? Kind.DASH : Kind.SYMBOL;
        };
    }

    /** Adds a run of characters that no space or mark parts: a word, with the points and colons behind it as marks. */
    private void addRun(int from, int to) {
        int wordEnd = to;
        while (wordEnd > from && ".:'’".indexOf(text.charAt(wordEnd - 1)) >= 0 && !isAbbreviation(from, wordEnd)) {
            wordEnd--;
        }
        if (wordEnd > from) {
            addWord(from, wordEnd);
        }
        for (int i = wordEnd; i < to; i++) {
            add(mark(i), i, i + 1);
        }
    }

    private void addWord(int from, int to) {
        String word = lower(from, to);
        int n = tokens.size();
        int slash = splittingSlash(from, to);
        if (CONJUNCTIONS.contains(word)) {
            add(Kind.CONJUNCTION, from, to);
        } else if (word.equals("as") && n > 1 && wordIs(n - 1, "well") && wordIs(n - 2, "as")) {
            int start = tokens.get(n - 2).start();
            tokens.subList(n - 2, n).clear();
            tokens.add(new Token(Kind.CONJUNCTION, "and", start, to));
        } else if (word.equals("/")) {
            add(Kind.SLASH, from, to);
        } else if (slash >= 0) {
            add(Kind.WORD, from, slash);
            add(Kind.SLASH, slash, slash + 1);
            addWord(slash + 1, to);
        } else {
            add(Character.isDigit(word.charAt(0)) ? Kind.NUMBER : Kind.WORD, from, to);
        }
    }

    private void add(Kind kind, int from, int to) {
        tokens.add(new Token(kind, lower(from, to), from, to));
    }

    private boolean wordIs(int at, String word) {
        return tokens.get(at).isWord() && tokens.get(at).text().equals(word);
    }

    /** The slash between two words that stand for one of two ("hepatic/renal"), not one of a unit or of capitals. */
    private int splittingSlash(int from, int to) {
        int slash = text.indexOf('/', from);
        if (slash < 0 || slash - from < SHORTEST_SPLIT_WORD || to - slash - 1 < SHORTEST_SPLIT_WORD) {
            return -1;
        }
        boolean capitals = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '/' && c != '-' && !Character.isLetter(c)) {
                return -1;
            }
            capitals &= !Character.isLowerCase(c);
        }
        return capitals ? -1 : slash;
    }

    private boolean isAbbreviation(int from, int to) {
        return ABBREVIATIONS.contains(lower(from, to));
    }

    private String lower(int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    /** A comma or semicolon; not the comma of "1,000". */
    private boolean isComma(int i) {
        return !(i > 0
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i - 1))
                && Character.isDigit(text.charAt(i + 1)));
    }

    private boolean isDash(int i) {
        char c = text.charAt(i);
        if (c == '—') {
            return true;
        }
        return (c == '–' || c == '-')
                && i > 0
                && Character.isWhitespace(text.charAt(i - 1))
                && i + 1 < text.length()
                && Character.isWhitespace(text.charAt(i + 1));
    }

    private static boolean isWordPart(char c) {
        return !Character.isWhitespace(c) && ",;()[]{}\"“”*—?!".indexOf(c) < 0;
    }
}
