package org.w3id.materia.extract.indication.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.language.Polarities;
import org.w3id.materia.language.Polarity;
import org.w3id.materia.language.Words;

/** Where a sentence says that a use is not approved or is under study. */
public final class OffLabel {
    private static final Set<String> BREAKS = Set.of("but", "it", "it's", "however");
    private static final Set<String> COPULAS = Set.of("is", "are", "was", "were", "remains");
    private static final int NEAR = 5;
    private static final Pattern REFERS_BACK = Pattern.compile(
            ".*(?<!beyond |than )\\b(?:these|this|such|those)\\b.*\\b(?:is|are|remains?)\\b[^.]*\\b(?:off-label|investigational|unapproved|experimental|under investigation|not (?:officially |formally |fda-)?approved)\\b(?! (?:for|to)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Words words;
    private final List<Integer> marks = new ArrayList<>();

    private OffLabel(Words words) {
        this.words = words;
    }

    /** Finds all of a sentence's. */
    public static OffLabel in(Words words) {
        OffLabel found = new OffLabel(words);
        Polarities.of(words).cues().stream()
                .filter(c -> c.polarity() == Polarity.RESTRICTED)
                .forEach(c -> found.marks.add(c.at()));
        return found;
    }

    /** Whether a text (a label, say) speaks of such use at all. */
    public static boolean isNamedIn(String text) {
        return !in(Words.of(text)).marks.isEmpty();
    }

    /** Whether a text does so, in brackets or not. */
    public static boolean isNamedAnywhereIn(String text) {
        return isNamedIn(text.replace('(', ' ').replace(')', ' '));
    }

    /** Whether the sentence says of uses named before it that they are not approved. */
    public static boolean refersBack(String sentence) {
        return REFERS_BACK.matcher(sentence).matches();
    }

    /** Whether the sentence says nothing of the kind. */
    public boolean isEmpty() {
        return marks.isEmpty();
    }

    /** Whether a mark reaches the use whose trigger is {@code trigger} and whose object ends before token {@code end}. */
    public boolean reaches(Trigger trigger, int end) {
        for (int mark : marks) {
            boolean inside = mark >= trigger.from() && mark <= end + 1 && !isSeparated(trigger.to(), mark);
            boolean before = mark < trigger.from() && !isBroken(mark, trigger.from());
            boolean behind = mark > end && isSaidOf(end, mark);
            if (inside || before || behind) {
                return true;
            }
        }
        return false;
    }

    private boolean isSeparated(int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.isComma(i) && i + 1 >= to - 1 || words.isConjunction(i) && i == to - 1) {
                return true;
            }
        }
        return false;
    }

    /** "… is often considered off-label" behind the use. */
    private boolean isSaidOf(int end, int mark) {
        for (int i = mark - 1; i >= end && i > mark - NEAR && words.isWord(i); i--) {
            if (COPULAS.contains(words.word(i))) {
                return !isBroken(end, mark);
            }
        }
        return false;
    }

    private boolean isBroken(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (BREAKS.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }
}
