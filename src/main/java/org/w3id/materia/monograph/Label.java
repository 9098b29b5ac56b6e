package org.w3id.materia.monograph;

import java.util.Optional;

/**
 * A label at the start of a passage and what it introduces: {@code **Adults:** 5 mg} is the label "Adults" before "5 mg".
 *
 * @param text the label without its colon or dash
 * @param rest what stands behind it; may be empty
 */
public record Label(Passage text, Passage rest) {
    private static final int LONGEST_PLAIN = 60;

    /** The bold label that the passage begins with: bold up to, or followed by, a colon or a dash; or all of it bold. */
    public static Optional<Label> bold(Passage passage) {
        if (passage.strong().isEmpty() || passage.strong().get(0).start() != 0) {
            return Optional.empty();
        }
        String text = passage.text();
        int end = passage.strong().get(0).end();
        int labelEnd = end;
        while (labelEnd > 0 && Character.isWhitespace(text.charAt(labelEnd - 1))) {
            labelEnd--;
        }
        if (labelEnd > 0 && text.charAt(labelEnd - 1) == ':') {
            return Optional.of(new Label(passage.part(0, labelEnd - 1), passage.part(end, text.length())));
        }
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next == text.length()) {
            boolean sentence = text.endsWith(".") || text.endsWith("?") || text.endsWith("!");
            return sentence ? Optional.empty() : Optional.of(new Label(passage, passage.part(next, next)));
        }
        if (text.charAt(next) == ':' || isDash(text, next, end)) {
            return Optional.of(new Label(passage.part(0, labelEnd), passage.part(next + 1, text.length())));
        }
        // "**Edema** (swelling): …": a bracket may stand between the bold words and the colon.
        if (text.charAt(next) == '(') {
            int close = text.indexOf(')', next);
            if (close >= 0 && close + 1 < text.length() && text.charAt(close + 1) == ':') {
                return Optional.of(new Label(passage.part(0, close + 1), passage.part(close + 2, text.length())));
            }
        }
        return Optional.empty();
    }

    /** The label of a list item: bold, or a few plain words before a colon ({@code Ears: otitis media}). */
    public static Optional<Label> ofItem(Passage passage) {
        Optional<Label> bold = bold(passage);
        if (bold.isPresent()) {
            return bold;
        }
        String text = passage.text();
        int colon = text.indexOf(':');
        if (colon <= 0 || colon > LONGEST_PLAIN || !Character.isLetter(text.charAt(0))) {
            return Optional.empty();
        }
        boolean spaced = colon + 1 == text.length() || Character.isWhitespace(text.charAt(colon + 1));
        boolean words = text.substring(0, colon).chars().noneMatch(c -> c == '.' || c == ';' || c == '?');
        return spaced && words
                ? Optional.of(new Label(passage.part(0, colon), passage.part(colon + 1, text.length())))
                : Optional.empty();
    }

    private static boolean isDash(String text, int at, int boldEnd) {
        return (text.charAt(at) == '–' || text.charAt(at) == '—' || text.charAt(at) == '-')
                && at > boldEnd
                && at + 1 < text.length()
                && Character.isWhitespace(text.charAt(at + 1));
    }
}
