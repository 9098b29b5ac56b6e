package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.extract.indication.name.Setting;
import org.w3id.materia.extract.indication.name.Use;
import org.w3id.materia.extract.indication.trigger.OffLabel;
import org.w3id.materia.language.Polarities;
import org.w3id.materia.language.Words;

/**
 * The uses of a piece that is no sentence, as formularies have it: names and purposes between semicolons, each of which may say
 * for whom ("Adult: hypertension; angina; prophylaxis of migraine").
 */
final class TerseUses {
    private static final Pattern NUMBERED = Pattern.compile("^[^\\p{L}]*");

    private TerseUses() {}

    /** The uses that a piece gives; offsets are those of {@code text}. */
    static List<Use> of(String text, Setting setting) {
        List<Use> uses = new ArrayList<>();
        Words words = Words.of(text);
        int from = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || words.isSemicolon(i)) {
                if (i > from) {
                    segment(text, words.start(from), words.end(i - 1), setting).forEach(uses::add);
                }
                from = i + 1;
            }
        }
        return uses;
    }

    private static List<Use> segment(String text, int start, int end, Setting setting) {
        int from = behindWhom(text, start, end);
        boolean offLabel = OffLabel.isNamedAnywhereIn(text.substring(start, end));
        String segment = text.substring(from, end);
        if (UsageScope.isRemark(segment) || SentenceUses.isDenied(Polarities.of(Words.of(segment)), 0)) {
            return List.of();
        }
        SentenceUses purposes = SentenceUses.of(segment);
        List<Use> found = new ArrayList<>(purposes.uses());
        if (found.isEmpty() && purposes.triggers().isEmpty() && !purposes.denied()) {
            found.addAll(ListedUses.in(segment, 0, segment.length(), setting));
        }
        return found.stream()
                .map(u -> u.shifted(from))
                .map(u -> offLabel ? u.offLabel() : u)
                .toList();
    }

    /** Behind numbers, bullets and the words for whom a list is, up to their colon. */
    private static int behindWhom(String text, int start, int end) {
        Matcher numbered = NUMBERED.matcher(text).region(start, end);
        int from = numbered.lookingAt() ? numbered.end() : start;
        int colon = text.indexOf(':', from);
        return colon > 0 && colon < end - 1 ? colon + 1 : Math.min(from, end);
    }
}
