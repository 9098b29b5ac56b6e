package org.w3id.materia.extract.dosing.grammar;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * One number: "500", "1.5", "two", "twenty-one", "one hundred and fifty", "2 million", "half a", "one and a half", "three
 * (3)".
 */
public final class NumberParser implements Parser<BigDecimal> {
    public static final NumberParser NUMBER = new NumberParser();

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);

    private static final Map<String, BigDecimal> SCALES = Map.of(
            "thousand", BigDecimal.valueOf(1_000L),
            "million", BigDecimal.valueOf(1_000_000L),
            "billion", BigDecimal.valueOf(1_000_000_000L));

    private NumberParser() {}

    @Override
    public Optional<Reading<BigDecimal>> parse(Tokens tokens, int at) {
        if (tokens.is(at, "half")) {
            return Optional.of(new Reading<>(HALF, at, behindArticle(tokens, at + 1)));
        }
        if (tokens.follows(at, "a", "half", "of") || tokens.follows(at, "one", "half")) {
            return Optional.of(new Reading<>(HALF, at, behindArticle(tokens, at + 2)));
        }
        if (tokens.follows(at, "one", "-", "half")) {
            return Optional.of(new Reading<>(HALF, at, behindArticle(tokens, at + 3)));
        }
        return scaled(tokens, at).map(n -> restated(tokens, n));
    }

    private static Optional<Reading<BigDecimal>> scaled(Tokens tokens, int at) {
        Optional<Reading<BigDecimal>> number =
                tokens.isDigits(at) ? tokens.number(at).map(n -> new Reading<>(n, at, at + 1)) : words(tokens, at);
        return number.map(n -> {
            if (tokens.follows(n.to(), "and", "a", "half")) {
                return new Reading<>(n.value().add(HALF), at, n.to() + 3);
            }
            BigDecimal scale = SCALES.get(tokens.word(n.to()));
            return scale == null ? n : new Reading<>(whole(n.value().multiply(scale)), at, n.to() + 1);
        });
    }

    /** "twenty-one", "one hundred", "one hundred and fifty-five". */
    private static Optional<Reading<BigDecimal>> words(Tokens tokens, int at) {
        Optional<Reading<BigDecimal>> first = belowHundred(tokens, at);
        if (first.isEmpty() || !tokens.is(first.get().to(), "hundred")) {
            return first;
        }
        BigDecimal hundreds = first.get().value().multiply(HUNDRED);
        int behind = first.get().to() + 1;
        int rest = tokens.is(behind, "and") ? behind + 1 : behind;
        return belowHundred(tokens, rest)
                .map(r -> new Reading<>(hundreds.add(r.value()), at, r.to()))
                .or(() -> Optional.of(new Reading<>(hundreds, at, behind)));
    }

    private static Optional<Reading<BigDecimal>> belowHundred(Tokens tokens, int at) {
        if (tokens.isDigits(at) || tokens.number(at).isEmpty()) {
            return Optional.empty();
        }
        BigDecimal tens = tokens.number(at).get();
        int next = tokens.is(at + 1, "-") ? at + 2 : at + 1;
        boolean ones = tens.compareTo(TWENTY) >= 0
                && !tokens.isDigits(next)
                && tokens.number(next)
                        .filter(n -> n.compareTo(BigDecimal.TEN) < 0)
                        .isPresent();
        return Optional.of(
                ones
                        ? new Reading<>(tens.add(tokens.number(next).get()), at, next + 1)
                        : new Reading<>(tens, at, at + 1));
    }

    /** "three (3)" and "3 (three)" say one number twice. */
    private static Reading<BigDecimal> restated(Tokens tokens, Reading<BigDecimal> number) {
        if (!tokens.is(number.to(), "(")) {
            return number;
        }
        return scaled(tokens, number.to() + 1)
                .filter(again -> tokens.is(again.to(), ")") && again.value().compareTo(number.value()) == 0)
                .map(again -> new Reading<>(number.value(), number.from(), again.to() + 1))
                .orElse(number);
    }

    /** By which word of scale a number ends ("million"), 1 without one. "1.2 to 2.4 million" has it once for both. */
    static BigDecimal scale(Tokens tokens, Reading<BigDecimal> number) {
        return SCALES.getOrDefault(tokens.word(number.to() - 1), BigDecimal.ONE);
    }

    /** The number without zeros behind its point, and never with an exponent. */
    public static BigDecimal whole(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static int behindArticle(Tokens tokens, int at) {
        int i = tokens.is(at, "of") ? at + 1 : at;
        return tokens.is(i, "a", "an", "one") ? i + 1 : at;
    }
}
