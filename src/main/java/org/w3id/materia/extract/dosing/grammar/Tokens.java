package org.w3id.materia.extract.dosing.grammar;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The tokens of one sentence. Places before the first and behind the last token answer as an empty word. */
public final class Tokens {
    private final String text;
    /** For each token 0, or 1 or 2 for what was found out about it once. */
    private final byte[] memory;

    private final List<Token> list;

    Tokens(String text, List<Token> list) {
        this.text = text;
        this.list = List.copyOf(list);
        this.memory = new byte[list.size()];
    }

    /** Of a sentence whose numbers have decimal points. */
    public static Tokens of(String text) {
        return of(text, NumberStyle.DECIMAL_POINTS);
    }

    /** Of a sentence, with the numbers read as all of its monograph are. */
    public static Tokens of(String text, NumberStyle style) {
        return new Tokenizer(text, style).tokens();
    }

    /** Asks about a token once and remembers the answer; for one question only. */
    public boolean remembered(int at, IntPredicate question) {
        if (memory[at] == 0) {
            memory[at] = (byte) (question.test(at) ? 2 : 1);
        }
        return memory[at] == 2;
    }

    public String text() {
        return text;
    }

    /** How many tokens there are. */
    public int size() {
        return list.size();
    }

    /** The token there, which must be one: {@link #word} asks anywhere. */
    public Token get(int at) {
        return list.get(at);
    }

    /** Whether there is a token: not before the first, and not behind the last. */
    public boolean has(int at) {
        return at >= 0 && at < list.size();
    }

    /** The token in lower case; empty where there is none. */
    public String word(int at) {
        return has(at) ? list.get(at).word() : "";
    }

    /** Whether the token at {@code at} is one of {@code words}. */
    public boolean is(int at, String... words) {
        String word = word(at);
        for (String w : words) {
            if (w.equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code words} follow one another from {@code at} on. */
    public boolean follows(int at, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!word(at + i).equals(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a number in digits; a number word is not. */
    public boolean isDigits(int at) {
        return has(at) && list.get(at).isDigits();
    }

    /** The whole number in digits at {@code at}, within limits. */
    public Optional<Integer> count(int at, int least, int most) {
        return isDigits(at)
                ? number(at)
                        .filter(n -> n.scale() <= 0
                                && n.compareTo(BigDecimal.valueOf(least)) >= 0
                                && n.compareTo(BigDecimal.valueOf(most)) <= 0)
                        .map(BigDecimal::intValueExact)
                : Optional.empty();
    }

    /** The value of digits and of number words; empty for all else, and where there is no token. */
    public Optional<BigDecimal> number(int at) {
        return has(at) ? list.get(at).number() : Optional.empty();
    }

    /** Whether any number stands in it, in digits or words: without one there is no amount. */
    public boolean hasNumber() {
        return list.stream()
                .anyMatch(t -> t.number().isPresent() || t.word().equals("half") || t.kind() == Token.Kind.UNREADABLE);
    }

    /** Whether what a parser reads stands anywhere in it. */
    public boolean any(Parser<?> words) {
        for (int t = 0; t < size(); t++) {
            if (words.parse(this, t).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The sentence between two tokens, {@code [from, to)}. */
    public String text(int from, int to) {
        return from >= to
                ? ""
                : text.substring(list.get(from).start(), list.get(to - 1).end());
    }

    /** The sentence between two tokens as its author wrote it, so that "IV" can be told from "iv". */
    public String raw(int at) {
        return has(at) ? text.substring(list.get(at).start(), list.get(at).end()) : "";
    }
}
