package org.w3id.materia.extract.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3id.materia.extract.phrase.Token.Kind;

/** Cuts a range of text into words, separators and brackets. */
public final class Tokens {
    private static final Set<String> CONJUNCTIONS = Set.of("and", "or", "and/or", "&", "nor");
    private static final int SHORTEST_SPLIT_WORD = 3;

    private final String text;
    private final int end;
    private final List<Token> tokens = new ArrayList<>();

    private Tokens(String text, int end) {
        this.text = text;
        this.end = end;
    }

    /** The tokens of characters {@code [start, end)} of {@code text}, in order. */
    public static List<Token> of(String text, int start, int end) {
        Tokens cutter = new Tokens(text, end);
        cutter.cut(start);
        return cutter.tokens;
    }

    private void cut(int start) {
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (isOpening(c)) {
                int close = closing(i);
                tokens.add(new Token(Kind.BRACKET, "", i, close));
                i = close;
            } else if (isComma(i)) {
                tokens.add(new Token(Kind.COMMA, ",", i, i + 1));
                i++;
            } else if (isDash(i)) {
                tokens.add(new Token(Kind.DASH, "-", i, i + 1));
                i++;
            } else if (isWordPart(c)) {
                int from = i;
                while (i < end && (isWordPart(text.charAt(i)) || text.charAt(i) == ',' && !isComma(i))) {
                    i++;
                }
                addWord(from, i);
            } else {
                i++;
            }
        }
    }

    private void addWord(int from, int to) {
        int wordEnd = to;
        while (wordEnd > from && ".:'’".indexOf(text.charAt(wordEnd - 1)) >= 0 && !isAbbreviation(from, wordEnd)) {
            wordEnd--;
        }
        if (wordEnd == from) {
            return;
        }
        String word = lower(from, wordEnd);
        int n = tokens.size();
        if (CONJUNCTIONS.contains(word)) {
            tokens.add(new Token(Kind.CONJUNCTION, word, from, wordEnd));
        } else if (word.equals("as") && n > 1 && wordIs(n - 1, "well") && wordIs(n - 2, "as")) {
            int start = tokens.get(n - 2).start();
            tokens.subList(n - 2, n).clear();
            tokens.add(new Token(Kind.CONJUNCTION, "and", start, wordEnd));
        } else {
            int slash = splittingSlash(from, wordEnd);
            if (slash < 0) {
                tokens.add(new Token(Kind.WORD, word, from, wordEnd));
            } else {
                tokens.add(new Token(Kind.WORD, lower(from, slash), from, slash));
                tokens.add(new Token(Kind.CONJUNCTION, "/", slash, slash + 1));
                addWord(slash + 1, wordEnd);
            }
        }
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
        String word = lower(from, to);
        return word.equals("e.g.") || word.equals("i.e.") || word.equals("etc.");
    }

    private String lower(int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    /** A comma or semicolon; not the comma of "1,000". */
    private boolean isComma(int i) {
        char c = text.charAt(i);
        if (c == ';') {
            return true;
        }
        return c == ','
                && !(i > 0
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

    private static boolean isOpening(char c) {
        return c == '(' || c == '[';
    }

    /** Behind the bracket that closes the one at {@code open}; behind the opening one where it never closes. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < end; i++) {
            char c = text.charAt(i);
            if (isOpening(c)) {
                depth++;
            } else if ((c == ')' || c == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return open + 1;
    }
}
