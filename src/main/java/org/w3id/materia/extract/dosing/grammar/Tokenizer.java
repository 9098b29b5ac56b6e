package org.w3id.materia.extract.dosing.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cuts a sentence into numbers, words and symbols. */
final class Tokenizer {
    /** The words from one to twenty, and those for tens. */
    private static final List<String> UP_TO_TWENTY =
            List.of(("one two three four five six seven eight nine ten eleven twelve"
                            + " thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
                    .split(" "));

    private static final List<String> TENS =
            List.of("ten twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final String RECIPROCAL = "⁻¹";

    private final String text;
    private final NumberLexer numbers;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Tokenizer(String text, NumberStyle style) {
        this.text = text;
        this.numbers = new NumberLexer(text, style);
    }

    Tokens tokens() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (startsNumber(at)) {
                number();
            } else if (Character.isLetter(c)) {
                word();
            } else {
                symbol();
            }
        }
        return new Tokens(text, tokens);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private boolean startsNumber(int i) {
        char c = text.charAt(i);
        return isDigit(i) || "½¼¾".indexOf(c) >= 0 || c == '.' && isDigit(i + 1) && !isDigit(i - 1);
    }

    private boolean isDigit(int i) {
        return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    /** A number with all that touches it; "1st" is a word, "1,8,15" are three numbers, "2.500" is unreadable. */
    private void number() {
        int start = at;
        String before = tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1).word();
        NumberLexer.Run run = numbers.run(at, before);
        if (run.list()) {
            list(run.end());
            return;
        }
        at = run.end();
        if (endsOrdinal()) {
            at += 2;
            add(Token.Kind.WORD, start, Optional.empty());
        } else if (run.value().isPresent()) {
            add(Token.Kind.NUMBER, start, run.value());
        } else {
            add(Token.Kind.UNREADABLE, start, Optional.empty());
        }
    }

    private void list(int end) {
        while (at < end) {
            int start = at;
            while (isDigit(at)) {
                at++;
            }
            if (at > start) {
                add(Token.Kind.NUMBER, start, Optional.of(new BigDecimal(text.substring(start, at))));
            } else {
                symbol();
            }
        }
    }

    private boolean endsOrdinal() {
        if (at + 2 > text.length() || at + 2 < text.length() && Character.isLetterOrDigit(text.charAt(at + 2))) {
            return false;
        }
        return List.of("st", "nd", "rd", "th")
                .contains(text.substring(at, at + 2).toLowerCase(Locale.ROOT));
    }

    private void word() {
        int start = at;
        while (at < text.length() && (isWordPart(text.charAt(at)) || isInnerApostrophe())) {
            at++;
        }
        if (text.startsWith(RECIPROCAL, at)) {
            at += RECIPROCAL.length();
        }
        String word = normal(text.substring(start, at));
        add(Token.Kind.WORD, start, number(word));
    }

    private static Optional<BigDecimal> number(String word) {
        int tens = TENS.indexOf(word) + 1;
        int value = tens > 2 ? 10 * tens : UP_TO_TWENTY.indexOf(word) + 1;
        return value > 0 ? Optional.of(BigDecimal.valueOf(value)) : Optional.empty();
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '²' || c == '³';
    }

    private boolean isInnerApostrophe() {
        char c = text.charAt(at);
        return (c == '\'' || c == '’') && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private void symbol() {
        int start = at++;
        add(Token.Kind.SYMBOL, start, Optional.empty());
    }

    private void add(Token.Kind kind, int start, Optional<BigDecimal> number) {
        tokens.add(new Token(kind, normal(text.substring(start, at)), start, at, number));
    }

    private static String normal(String s) {
        StringBuilder b = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            b.append(normal(s.charAt(i)));
        }
        return b.toString().toLowerCase(Locale.ROOT);
    }

    private static char normal(char c) {
        return switch (c) {
            case '‐', '‑', '‒', '–', '—', '−' -> '-';
            case '’' -> '\'';
            case '⁻' -> '-';
            case '¹' -> '1';
            case '²' -> '2';
            case '³' -> '3';
            case 'µ', 'μ' -> 'u';
            case '×' -> 'x';
            default -> c;
        };
    }
}
