package org.w3id.materia.terminology.codesystem;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Business versions of code systems and value sets: which is newer, and what a wanted version fits. */
public final class Versions {
    /** Older before newer; dates by time, numbers by value, anything else by its characters; none is the oldest. */
    public static final Comparator<String> ORDER = Comparator.nullsFirst(Versions::compare);

    private static final Pattern SEPARATOR = Pattern.compile("[.\\-+]");

    /** As RxNorm has them: month and day before the year. */
    private static final Pattern AMERICAN_DATE =
            Pattern.compile("((?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))((?:19|20)\\d\\d)");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Versions() {}

    /** Whether a version is what was asked for: the same, or one that a wildcard stands for ("1.x", "1.0.x", "*"). */
    public static boolean fits(String wanted, String version) {
        if (wanted == null || wanted.isEmpty() || wanted.equals(version)) {
            return true;
        }
        if (version == null) {
            return false;
        }
        String[] asked = SEPARATOR.split(wanted);
        String[] has = SEPARATOR.split(version);
        boolean wildcard = false;
        for (int i = 0; i < asked.length; i++) {
            boolean any = asked[i].equals("x") || asked[i].equals("X") || asked[i].equals("*");
            wildcard |= any;
            if (!any && (i >= has.length || !asked[i].equals(has[i]))) {
                return false;
            }
        }
        return wildcard;
    }

    /** Whether the one stands for the other, and for more. */
    public static boolean isMoreDetailed(String general, String detailed) {
        return general != null && detailed != null && !general.equals(detailed) && fits(general, detailed);
    }

    private static int compare(String a, String b) {
        Matcher one = AMERICAN_DATE.matcher(a);
        Matcher other = AMERICAN_DATE.matcher(b);
        if (one.matches() && other.matches()) {
            return (one.group(2) + one.group(1)).compareTo(other.group(2) + other.group(1));
        }
        String[] left = SEPARATOR.split(a);
        String[] right = SEPARATOR.split(b);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = isNumber(left[i]) && isNumber(right[i])
                    ? Long.compare(Long.parseLong(left[i]), Long.parseLong(right[i]))
                    : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
