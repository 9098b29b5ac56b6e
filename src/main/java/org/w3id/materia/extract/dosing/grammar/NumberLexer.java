package org.w3id.materia.extract.dosing.grammar;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the whole run of characters that belong to a number: digits and all that touches them. A run that has one meaning
 * is a number; any other is unreadable as a whole, so that no part of it is ever taken for the number.
 *
 * <p>Groups of three: {@code 1,500}, {@code 1 500} (thin, no-break or plain blank), {@code 1'500}. Decimals: {@code 1.5},
 * {@code 1·5}, {@code 1,5}, {@code 0,125}. Fractions: {@code 1/2}, {@code ½}, {@code 1½}, {@code 1 1/2}, {@code 1-1/2},
 * {@code 1⁄2}. Powers: {@code 10^9}, {@code 10⁹}, {@code 2 x 10^9}.
 */
final class NumberLexer {
    private static final String BLANK = "[ \\u00a0\\u2009\\u202f]";

    private static final String FRACTION = "(?:1[/⁄][2458]|3[/⁄][458]|[57][/⁄]8|2[/⁄]5|4[/⁄]5)";

    /** All that may be part of one number. A sign of grouping or fraction counts only with a digit behind it. */
    private static final Pattern RUN = Pattern.compile("(?:[0-9][0-9½¼¾]*|[½¼¾]|\\.(?=[0-9]))"
            + "(?:[0-9½¼¾⅓⅔⅛⁰¹²³⁴⁵⁶⁷⁸⁹]|[.,·'’/⁄~:](?=[0-9½¼¾])|\\^(?=[0-9])"
            + "|" + BLANK + "(?=[0-9]{3}(?![0-9½¼¾.,/⁄]|" + BLANK + "?[x×]))"
            + "|(?:" + BLANK + "|-)(?=" + FRACTION + "(?![0-9/]))|" + BLANK + "(?=[½¼¾])"
            + "|" + BLANK + "?[x×]" + BLANK + "?(?=10[\\^⁰¹²³⁴⁵⁶⁷⁸⁹]))*");

    private static final Pattern PLAIN = Pattern.compile("[0-9]+|[0-9]*\\.[0-9]+");
    private static final Pattern RAISED = Pattern.compile("[0-9]+·[0-9]+");
    private static final Pattern COMMAS = Pattern.compile("[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern BLANKS = Pattern.compile("[1-9][0-9]{0,2}(?:" + BLANK + "[0-9]{3})+");
    private static final Pattern MARKS = Pattern.compile("[1-9][0-9]{0,2}(?:['’][0-9]{3})+");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[0-9]+,[0-9]{1,2}|0,[0-9]+");
    private static final Pattern LIST = Pattern.compile("[0-9]{1,2}(?:,[0-9]{1,2})+");
    private static final Pattern VULGAR =
            Pattern.compile("(?:([0-9]+)(?:" + BLANK + "|-|(?=[½¼¾])))?(?:([½¼¾])|([0-9])[/⁄]([2458]))");
    private static final Pattern POWER = Pattern.compile(
            "(?:([0-9]+(?:\\.[0-9]+)?)" + BLANK + "?[x×]" + BLANK + "?)?10(?:\\^([0-9]{1,2})|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))");

    /** "7.500 units" is seven and a half or seven thousand five hundred. */
    private static final Pattern TWO_READINGS = Pattern.compile("[1-9][0-9]{0,2}(?:\\.[0-9]{2}0)+");

    /** Behind a plain blank only a unit may follow, and no form: "2 500 mg tablets" may be two tablets. */
    private static final Pattern FORM = Pattern.compile(
            "^\\W*[\\p{L}µ]+(?:/[\\p{L}]+)?[\\s-]+(?:\\p{L}+[\\s-]+)?(?:tablet|capsule|caplet|dose|vial|ampoule|sachet|injection|infusion|suppositor|patch|spray|tab|cap)",
            Pattern.CASE_INSENSITIVE);

    /** "2,5 or 10 mg": a list as well as a decimal. */
    private static final Pattern LISTED = Pattern.compile("^\\s*(?:,|or\\b|and\\b)");

    /** Words that are numbered: "day 1 500 mg" is no one and a half thousand. */
    private static final Set<String> COUNTED = Set.of(
            "day", "days", "week", "weeks", "month", "months", "year", "years", "cycle", "step", "dose", "phase",
            "stage", "grade", "line", "type", "course", "part", "visit", "level", "class");

    private static final Map<String, BigDecimal> VULGARS =
            Map.of("½", new BigDecimal("0.5"), "¼", new BigDecimal("0.25"), "¾", new BigDecimal("0.75"));

    /** Before the decimal point, and behind it. */
    private static final int MOST_DIGITS = 18;

    private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String text;
    private final NumberStyle style;

    NumberLexer(String text, NumberStyle style) {
        this.text = text;
        this.style = style;
    }

    /**
     * A run of characters.
     *
     * @param end behind its last character
     * @param value the number; empty where it is unreadable
     * @param list whether it is a list of whole numbers without blanks ("1,8,15"), whose members are numbers
     */
    record Run(int end, Optional<BigDecimal> value, boolean list) {}

    /** The run that begins at {@code at}, where a digit, a fraction or a decimal point stands, behind the word {@code before}. */
    Run run(int at, String before) {
        Matcher matcher = RUN.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return new Run(at + 1, Optional.empty(), false);
        }
        String run = matcher.group();
        boolean list =
                LIST.matcher(run).matches() && (before.startsWith("day") || run.indexOf(',') != run.lastIndexOf(','));
        boolean counted = BLANKS.matcher(run).matches() && COUNTED.contains(before);
        return list || counted
                ? new Run(matcher.end(), Optional.empty(), list)
                : new Run(matcher.end(), value(run, matcher.end()).filter(NumberLexer::isOfADose), false);
    }

    /** A number of more digits counts nothing that anybody takes; FHIR's decimals end there too (R4, 2.24.0.1). */
    private static boolean isOfADose(BigDecimal value) {
        return value.precision() - value.scale() <= MOST_DIGITS && value.scale() <= MOST_DIGITS;
    }

    private Optional<BigDecimal> value(String run, int end) {
        if (PLAIN.matcher(run).matches()) {
            boolean grouped = TWO_READINGS.matcher(run).matches()
                    || style == NumberStyle.DECIMAL_COMMAS && run.matches("[1-9][0-9]{0,2}\\.[0-9]{3}");
            return grouped ? Optional.empty() : Optional.of(new BigDecimal(run));
        }
        if (RAISED.matcher(run).matches()) {
            return Optional.of(new BigDecimal(run.replace('·', '.')));
        }
        if (COMMAS.matcher(run).matches()) {
            return style == NumberStyle.DECIMAL_COMMAS
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(run.replace(",", "")));
        }
        if (MARKS.matcher(run).matches()) {
            return Optional.of(new BigDecimal(run.replaceAll("['’]", "")));
        }
        if (BLANKS.matcher(run).matches()) {
            return FORM.matcher(text.substring(end)).find()
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(run.replaceAll(BLANK, "")));
        }
        if (DECIMAL_COMMA.matcher(run).matches()) {
            boolean two =
                    !run.startsWith("0") && LISTED.matcher(text.substring(end)).find();
            return two ? Optional.empty() : Optional.of(new BigDecimal(run.replace(',', '.')));
        }
        return fraction(run).or(() -> power(run));
    }

    private static Optional<BigDecimal> fraction(String run) {
        Matcher m = VULGAR.matcher(run);
        if (!m.matches()) {
            return Optional.empty();
        }
        BigDecimal whole = m.group(1) == null ? BigDecimal.ZERO : new BigDecimal(m.group(1));
        BigDecimal part = m.group(2) != null
                ? VULGARS.get(m.group(2))
                : new BigDecimal(m.group(3)).divide(new BigDecimal(m.group(4)));
        return part.compareTo(BigDecimal.ONE) < 0 ? Optional.of(whole.add(part)) : Optional.empty();
    }

    private static Optional<BigDecimal> power(String run) {
        Matcher m = POWER.matcher(run);
        if (!m.matches()) {
            return Optional.empty();
        }
        BigDecimal factor = m.group(1) == null ? BigDecimal.ONE : new BigDecimal(m.group(1));
        int exponent = m.group(2) != null ? Integer.parseInt(m.group(2)) : superscript(m.group(3));
        return Optional.of(NumberParser.whole(factor.scaleByPowerOfTen(exponent)));
    }

    private static int superscript(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = value * 10 + RAISED_DIGITS.indexOf(digits.charAt(i));
        }
        return value;
    }
}
