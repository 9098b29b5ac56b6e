package org.w3id.materia.monograph.markup;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What raised and lowered text says in characters: {@code m<sup>2</sup>} is m², {@code 10<sup>9</sup>} is 10⁹,
 * {@code T<sub>4</sub>} is T₄, {@code 3<sup>rd</sup>} is 3rd, and the 1 of {@code pregnancy<sup>1</sup>} refers to a note.
 */
public final class Script {
    private static final String PLAIN = "0123456789+-−–=()n";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₙ";

    private static final Pattern NOTE =
            Pattern.compile("(?:\\[?[0-9]{1,2}\\]?|[a-z]|[*†‡§¶#]+|TM|SM|®|™)(?:[,;\\s–-]+(?:[0-9]{1,2}|[a-z]))*");

    /** Lengths are raised to a power; a word, a bracket or a full stop is not. */
    private static final Pattern RAISABLE = Pattern.compile("(?:.*[^\\p{L}])?(?:[kdcmµμn]?m|\\p{Lu})", Pattern.DOTALL);

    private static final int LONGEST_UNIT = 4;

    private Script() {}

    /** The characters for a script that stands behind some text; empty where it refers to a note. */
    public static Optional<String> of(Tag tag, CharSequence before, String written) {
        if (tag == Tag.SUBSCRIPT) {
            return Optional.of(mapped(written, LOWERED));
        }
        return refersToNote(before, written.strip()) ? Optional.empty() : Optional.of(mapped(written, RAISED));
    }

    private static boolean refersToNote(CharSequence before, String written) {
        if (written.isEmpty() || !NOTE.matcher(written).matches()) {
            return written.isEmpty();
        }
        int end = before.length();
        char last = end == 0 ? ' ' : before.charAt(end - 1);
        if (Character.isWhitespace(last) || Character.isDigit(last) || last == '(' || last == '/') {
            return !Character.isLetterOrDigit(written.charAt(0)) && written.charAt(0) != '[';
        }
        boolean digits = written.chars().allMatch(Character::isDigit);
        CharSequence unit = before.subSequence(Math.max(0, end - LONGEST_UNIT), end);
        return !(digits && RAISABLE.matcher(unit).matches());
    }

    /** The script's characters where there is one for each, else the text as it is ("3rd", "99mTc"). */
    private static String mapped(String written, String script) {
        StringBuilder mapped = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            int at = PLAIN.indexOf(written.charAt(i));
            if (at < 0) {
                return written;
            }
            mapped.append(script.charAt(at));
        }
        return mapped.toString();
    }
}
