package org.w3id.materia.terminology.codesystem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Languages that a client wants, the best first: the header {@code Accept-Language} (RFC 9110, 12.5.4) or the parameter
 * {@code displayLanguage}, which has the same form.
 */
public final class Languages {
    /** How close a language has to be. */
    public enum Closeness {
        FULL,
        REGION,
        LANGUAGE
    }

    /** A wanted language; {@code *} is any. */
    public record Range(String tag, double quality) {}

    private static final Pattern TAG = Pattern.compile("\\*|[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private static final double ANY_AT_LAST = 0.01;

    private final String source;
    private final List<Range> ranges;

    private Languages(String source, List<Range> ranges) {
        this.source = source;
        this.ranges = ranges;
    }

    /** @throws IllegalArgumentException where it is no list of languages */
    public static Languages parse(String source) {
        List<Range> ranges = new ArrayList<>();
        for (String part : source.split(",")) {
            String[] pieces = part.strip().split(";", 2);
            String tag = pieces[0].strip();
            if (!TAG.matcher(tag).matches()) {
                throw new IllegalArgumentException(source);
            }
            ranges.add(new Range(SnomedDialects.normal(tag), pieces.length == 1 ? 1 : quality(pieces[1])));
        }
        ranges.sort(Comparator.comparingDouble(Range::quality).reversed());
        return new Languages(source, List.copyOf(ranges));
    }

    private static double quality(String text) {
        String value = text.strip();
        if (!value.startsWith("q=")) {
            throw new IllegalArgumentException(text);
        }
        return Double.parseDouble(value.substring(2));
    }

    public List<Range> ranges() {
        return ranges;
    }

    /** As it was sent. */
    public String source() {
        return source;
    }

    /** The same, and any other language rather than none, unless something is said of that already. */
    public Languages orAny() {
        if (ranges.stream().anyMatch(r -> r.tag().equals("*"))) {
            return this;
        }
        List<Range> all = new ArrayList<>(ranges);
        all.add(new Range("*", ANY_AT_LAST));
        return new Languages(source, List.copyOf(all));
    }

    /** The ranges behind one that are of the same language: a client that lists them likes them better than any of it. */
    List<Range> kin(Range range) {
        return ranges.subList(ranges.indexOf(range), ranges.size()).stream()
                .filter(r -> r.equals(range) || isClose(r.tag(), range.tag(), Closeness.LANGUAGE))
                .toList();
    }

    /** Whether some wanted language is the one, to its primary subtag. */
    public boolean anyMatches(String language) {
        return ranges.stream().anyMatch(r -> matches(r, language, Closeness.LANGUAGE));
    }

    static boolean matches(Range range, String language, Closeness closeness) {
        if (range.quality() <= 0 || language == null) {
            return false;
        }
        return range.tag().equals("*") || isClose(range.tag(), language, closeness);
    }

    static boolean isClose(String wanted, String language, Closeness closeness) {
        return switch (closeness) {
            case FULL -> wanted.equalsIgnoreCase(language);
            case REGION ->
                primary(wanted).equals(primary(language))
                        && region(wanted).equals(region(language))
                        && !hasPrivateUse(wanted)
                        && !hasPrivateUse(language);
            case LANGUAGE -> primary(wanted).equals(primary(language));
        };
    }

    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
    }

    /** A tag for private use is met by itself alone, or by any of its language. */
    private static boolean hasPrivateUse(String tag) {
        return tag.toLowerCase(Locale.ROOT).contains("-x-");
    }

    private static String region(String tag) {
        String[] parts = tag.split("-");
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].length() == 1) {
                return ""; // What follows is an extension or for private use.
            }
            if (parts[i].length() == 2 || parts[i].length() == 3 && Character.isDigit(parts[i].charAt(0))) {
                return parts[i].toUpperCase(Locale.ROOT);
            }
        }
        return "";
    }
}
