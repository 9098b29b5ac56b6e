package org.w3id.materia.safety;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An age as a fact's words name it: "children under 12 years", "below 18 years", "elderly". Where it names no number, a child is under 18, an
 * adolescent from 12, an infant under 1 year, a newborn under 28 days, and an older person 65 or over.
 *
 * @param from in years, included
 * @param before in years, not included
 * @param isWhole whether nothing else is said that would narrow who is meant
 */
record AgePhrase(Optional<BigDecimal> from, Optional<BigDecimal> before, boolean isWhole) {
    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final String UNIT = "\\s*(years?|months?|weeks?|days?)?";
    private static final Pattern BETWEEN = Pattern.compile("(?:from |between |aged )?" + NUMBER + UNIT
            + "\\s*(?:to|and|-|–)\\s*" + NUMBER + "\\s*(years?|months?|weeks?|days?)");
    private static final Pattern UP_TO =
            Pattern.compile("(?:under|below|less than|younger than|before|up to)(?: the age of)? " + NUMBER
                    + "\\s*(years?|months?|weeks?|days?)");
    private static final Pattern FROM =
            Pattern.compile("(?:over|above|older than|more than|at least|from)(?: the age of)? "
                    + NUMBER + "\\s*(years?|months?|weeks?|days?)|" + NUMBER
                    + "\\s*(years?|months?|weeks?|days?)(?: of age)? (?:and|or) (?:over|older|above|more)");
    private static final Map<Pattern, BigDecimal[]> GROUPS = groups();
    private static final Pattern FILLER = Pattern.compile(
            "\\b(?:patients?|people|persons?|adults?|age|aged|of|in|the|years?|old|older|and|or|over|children|child|adolescents?|teenagers?|infants?|elderly)\\b|[^\\p{L}\\p{N}]");

    private static Map<Pattern, BigDecimal[]> groups() {
        Map<Pattern, BigDecimal[]> groups = new LinkedHashMap<>();
        groups.put(Pattern.compile("\\b(?:neonates?|newborns?(?: infants?| babies)?)\\b"), band("0", "0.0767"));
        groups.put(Pattern.compile("\\b(?:infants?|babies|baby)\\b"), band("0", "1"));
        groups.put(Pattern.compile("\\b(?:adolescents?|teenagers?)\\b"), band("12", "18"));
        groups.put(Pattern.compile("\\b(?:children|child|pa?ediatric patients?)\\b"), band("0", "18"));
        groups.put(
                Pattern.compile("\\b(?:elderly|geriatric|older (?:people|adults?|patients?|persons?))\\b"),
                band("65", null));
        return groups;
    }

    private static BigDecimal[] band(String from, String before) {
        return new BigDecimal[] {new BigDecimal(from), before == null ? null : new BigDecimal(before)};
    }

    /** The age that words name; empty where they name none. */
    static Optional<AgePhrase> parse(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        Matcher between = BETWEEN.matcher(text);
        if (between.find()) {
            String first = between.group(2) == null ? between.group(4) : between.group(2);
            BigDecimal last = years(between.group(3), between.group(4)).add(years("1", between.group(4)));
            return Optional.of(phrase(text, between, years(between.group(1), first), last));
        }
        Matcher upTo = UP_TO.matcher(text);
        if (upTo.find()) {
            return Optional.of(phrase(text, upTo, null, years(upTo.group(1), upTo.group(2))));
        }
        Matcher from = FROM.matcher(text);
        if (from.find()) {
            BigDecimal low =
                    from.group(1) != null ? years(from.group(1), from.group(2)) : years(from.group(3), from.group(4));
            return Optional.of(phrase(text, from, low, null));
        }
        for (Map.Entry<Pattern, BigDecimal[]> group : GROUPS.entrySet()) {
            Matcher named = group.getKey().matcher(text);
            if (named.find()) {
                return Optional.of(phrase(text, named, group.getValue()[0], group.getValue()[1]));
            }
        }
        return Optional.empty();
    }

    private static AgePhrase phrase(String text, Matcher found, BigDecimal from, BigDecimal before) {
        String rest = text.substring(0, found.start()) + " " + text.substring(found.end());
        return new AgePhrase(
                Optional.ofNullable(from),
                Optional.ofNullable(before),
                FILLER.matcher(rest).replaceAll("").isEmpty());
    }

    private static BigDecimal years(String number, String unit) {
        BigDecimal value = new BigDecimal(number);
        BigDecimal parts =
                switch (unit.charAt(0)) {
                    case 'm' -> BigDecimal.valueOf(12);
                    case 'w' -> new BigDecimal("52.18");
                    case 'd' -> new BigDecimal("365.25");
                    default -> BigDecimal.ONE;
                };
        return value.divide(parts, MathContext.DECIMAL64);
    }

    boolean contains(BigDecimal years) {
        return from.map(f -> years.compareTo(f) >= 0).orElse(true)
                && before.map(b -> years.compareTo(b) < 0).orElse(true);
    }
}
