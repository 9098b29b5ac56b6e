package org.w3id.materia.store.index;

import java.util.Optional;
import org.w3id.materia.store.Criterion;

/** What stands somewhere in the text that {@link Trigrams} cut, where a value matches. */
public final class SoughtText {
    private SoughtText() {}

    /**
     * The folded text with what must stand before and behind it.
     *
     * @return empty where the match is none of folded text
     */
    public static Optional<String> of(Criterion.Match match) {
        if (match instanceof Criterion.TextBegins text) {
            return placed(" ", text.value(), "");
        } else if (match instanceof Criterion.TextEquals text) {
            return placed(Trigrams.BEFORE, text.value(), Trigrams.BEHIND);
        } else if (match instanceof Criterion.TextStarts text) {
            return placed(Trigrams.BEFORE, text.value(), "");
        } else if (match instanceof Criterion.TextContains text) {
            return placed("", text.value(), "");
        }
        return Optional.empty();
    }

    /** Empty text where nothing is left to compare: punctuation alone could match everything or nothing. */
    private static Optional<String> placed(String before, String text, String behind) {
        String folded = FoldedText.of(text);
        return Optional.of(folded.isEmpty() ? "" : before + folded + behind);
    }
}
