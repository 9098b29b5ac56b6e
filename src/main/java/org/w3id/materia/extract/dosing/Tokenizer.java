package org.w3id.materia.extract.dosing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Cuts a sentence into numbers, words and symbols. */
final class Tokenizer {
    private static final Map<String, Integer> NUMBER_WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("ninety", 90));

    private static final Map<Character, BigDecimal> FRACTIONS = Map.of(
            '½', new BigDecimal("0.5"),
            '¼', new BigDecimal("0.25"),
            '¾', new BigDecimal("0.75"));

    private static final int THOUSANDS = 3;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Tokenizer(String text) {
        this.text = text;
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
        return isDigit(i) || FRACTIONS.containsKey(c) || c == '.' && isDigit(i + 1) && !isDigit(i - 1);
    }

    private boolean isDigit(int i) {
        return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    /** Digits with thousands ("1,000"), decimals ("1.5", ".5") and fractions ("1½"); "1st" is a word. */
    private void number() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        while (isDigit(at)) {
            digits.append(text.charAt(at++));
            if (!isDigit(at) && startsThousands()) {
                at++;
            }
        }
        if (at < text.length() && text.charAt(at) == '.' && isDigit(at + 1)) {
            digits.append(text.charAt(at++));
            while (isDigit(at)) {
                digits.append(text.charAt(at++));
            }
        }
        BigDecimal value = digits.length() == 0 ? BigDecimal.ZERO : new BigDecimal(digits.toString());
        if (at < text.length() && FRACTIONS.containsKey(text.charAt(at))) {
            value = value.add(FRACTIONS.get(text.charAt(at++)));
        }
        if (endsOrdinal()) {
            at += 2;
            add(Token.Kind.WORD, start, Optional.empty());
        } else {
            add(Token.Kind.NUMBER, start, Optional.of(value));
        }
    }

    /** A comma between a digit and exactly three more: "1,000" but not "1,8,15" or "1,0000". */
    private boolean startsThousands() {
        if (at >= text.length() || text.charAt(at) != ',') {
            return false;
        }
        for (int i = 1; i <= THOUSANDS; i++) {
            if (!isDigit(at + i)) {
                return false;
            }
        }
        return !isDigit(at + THOUSANDS + 1);
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
        String word = normal(text.substring(start, at));
        add(Token.Kind.WORD, start, Optional.ofNullable(NUMBER_WORDS.get(word)).map(BigDecimal::valueOf));
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
            case '²' -> '2';
            case '³' -> '3';
            case 'µ', 'μ' -> 'u';
            case '×' -> 'x';
            default -> c;
        };
    }
}
