package org.w3id.materia.extract.dosing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** One number: "500", "1.5", "two", "2 million", "half a", "one and a half", "1/2". */
final class NumberParser implements Parser<BigDecimal> {
    static final NumberParser NUMBER = new NumberParser();

    private static final BigDecimal HALF = new BigDecimal("0.5");

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
        Optional<BigDecimal> number = tokens.number(at);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (tokens.follows(at, "one", "-", "half") || tokens.follows(at, "one", "half")) {
            int half = tokens.is(at + 1, "-") ? at + 2 : at + 1;
            return Optional.of(new Reading<>(HALF, at, behindArticle(tokens, half + 1)));
        }
        if (tokens.follows(at + 1, "and", "a", "half")) {
            return Optional.of(new Reading<>(number.get().add(HALF), at, at + 4));
        }
        if (isVulgarFraction(tokens, at)) {
            BigDecimal fraction = number.get().divide(tokens.number(at + 2).orElseThrow());
            return Optional.of(new Reading<>(fraction, at, at + 3));
        }
        BigDecimal scale = SCALES.get(tokens.word(at + 1));
        return Optional.of(
                scale == null
                        ? new Reading<>(number.get(), at, at + 1)
                        : new Reading<>(whole(number.get().multiply(scale)), at, at + 2));
    }

    /** By which word of scale a number ends ("million"), 1 without one. "1.2 to 2.4 million" has it once for both. */
    static BigDecimal scale(Tokens tokens, Reading<BigDecimal> number) {
        return SCALES.getOrDefault(tokens.word(number.to() - 1), BigDecimal.ONE);
    }

    static BigDecimal whole(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** "1/2" and "3/4", which are no ratios of two doses. */
    private static boolean isVulgarFraction(Tokens tokens, int at) {
        return tokens.is(at, "1", "3") && tokens.is(at + 1, "/") && tokens.is(at + 2, "2", "4");
    }

    private static int behindArticle(Tokens tokens, int at) {
        int i = tokens.is(at, "of") ? at + 1 : at;
        return tokens.is(i, "a", "an", "one") ? i + 1 : at;
    }
}
