package org.w3id.materia.terminology.codesystem;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Set;

/**
 * A regular expression that somebody sent. Java's own matcher can take time that is exponential in the text; RE2's is linear,
 * and refuses what cannot be had so (references back, and looking around).
 */
public final class SafeRegex {
    private static final int LONGEST = 1000;

    /** A counted repetition is written out, and one in another multiplies: beyond this, they take memory without end. */
    private static final int MOST_REPETITIONS = 10_000;

    /** What RE2 says of expressions that other matchers understand. */
    private static final Set<String> NOT_LINEAR =
            Set.of("invalid or unsupported Perl syntax", "invalid escape sequence", "invalid named capture");

    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    private final Pattern pattern;

    private SafeRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws UnusableRegexException where it is no regular expression, or cannot be matched in linear time */
    public static SafeRegex compile(String regex) {
        if (regex.length() > LONGEST) {
            throw new UnusableRegexException("The regex is longer than " + LONGEST + " characters");
        }
        if (repetitions(regex) > MOST_REPETITIONS) {
            throw new UnusableRegexException("The regex '" + regex + "' repeats too much");
        }
        try {
            return new SafeRegex(Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            String reason = e.getDescription() == null ? "" : e.getDescription();
            throw new UnusableRegexException("The regex '" + regex + "' is not valid"
                    + (NOT_LINEAR.contains(reason)
                            ? ", or refers back or looks around, which this system does not support"
                            : ""));
        } catch (StackOverflowError e) {
            throw new UnusableRegexException("The regex '" + regex + "' is not valid");
        }
    }

    /** At most how often the innermost part of it can be written out. */
    private static long repetitions(String regex) {
        long repetitions = 1;
        Matcher counted = COUNTED.matcher(regex);
        while (counted.find() && repetitions <= MOST_REPETITIONS) {
            String most = counted.group(2);
            int count = Integer.parseInt(most == null || most.isEmpty() ? counted.group(1) : most);
            repetitions *= Math.max(1, count);
        }
        return repetitions;
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        return pattern.matches(text);
    }

    /** A regular expression of which no answer can be had. */
    public static final class UnusableRegexException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableRegexException(String message) {
            super(message);
        }
    }
}
