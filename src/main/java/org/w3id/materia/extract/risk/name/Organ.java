package org.w3id.materia.extract.risk.name;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The organs whose weakness texts name in many ways for one thing: "kidney problems", "renal impairment". */
public enum Organ {
    LIVER,
    KIDNEY;

    private static final Pattern WEAKNESS = Pattern.compile(
            "(liver|hepatic|kidney|renal) (?:impairment|diseases?|dysfunction|problems|issues|conditions?|insufficiency|disorders)");
    private static final Pattern WEAK = Pattern.compile(
            "^(?:[a-z -]*[ -])?(?:liver|hepatic|kidney|renal) (?:impairment|disease|dysfunction|failure|insufficiency|problems)$");
    private static final Pattern DEGREE_ALONE = Pattern.compile(
            "((?:(?:mild|moderate|severe|significant)(?: to |-to-)?)+) (impairment|dysfunction|insufficiency)");
    private static final Pattern NAMED =
            Pattern.compile("\\b(liver|hepatic|kidney|renal)\\b", Pattern.CASE_INSENSITIVE);

    /** The organ, where a name says that it is weak and neither how much nor how. */
    public static Optional<Organ> weak(String name) {
        Matcher matcher = WEAKNESS.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String organ = matcher.group(1);
        return Optional.of(organ.equals("liver") || organ.equals("hepatic") ? LIVER : KIDNEY);
    }

    /** Whether a name says that an organ is weak, and how much: "severe renal impairment". */
    public static boolean isWeakness(String name) {
        return WEAK.matcher(name).find();
    }

    /** The word for an organ that a text names last before {@code end}. */
    public static Optional<String> lastNamed(String text, int end) {
        Optional<String> organ = Optional.empty();
        Matcher named = NAMED.matcher(text).region(0, end);
        while (named.find()) {
            organ = Optional.of(named.group(1).toLowerCase(Locale.ROOT));
        }
        return organ;
    }

    /** Whether words say how weak an organ is and not which: "severe impairment". */
    public static boolean isMissing(String words) {
        boolean weak = words.endsWith("impairment") || words.endsWith("dysfunction") || words.endsWith("insufficiency");
        return weak && DEGREE_ALONE.matcher(words).matches();
    }

    /** "severe impairment" as "severe renal impairment". */
    public static String completed(String words, String organ) {
        return DEGREE_ALONE.matcher(words).replaceFirst("$1 " + organ + " $2");
    }
}
