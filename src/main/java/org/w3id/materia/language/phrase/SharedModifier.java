package org.w3id.materia.language.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;

/**
 * Gives members the modifier that stands before the first one alone: "increased heart rate and blood pressure" →
 * "increased blood pressure"; "abdominal pain or discomfort" → "abdominal discomfort"; "dry mouth, nose, or throat" → "dry throat".
 */
final class SharedModifier {
    private static final Lexicon CHANGES = Lexicon.load("language/changes.txt");
    private static final Lexicon MEASURES = Lexicon.load("language/measures.txt", "language/quantities.txt");
    private static final Lexicon FLUIDS = Lexicon.load("language/body-fluids.txt");
    private static final Lexicon ECHOES = Lexicon.load("language/echoes.txt");
    private static final Set<String> NO_PLACES = Set.of("acute", "chronic", "mechanical", "complete", "partial");

    private SharedModifier() {}

    static List<Member> restore(List<Member> members) {
        List<Member> restored = new ArrayList<>();
        List<String> change = List.of();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            List<String> words = member.words();
            Member previous = i == 0 ? null : restored.get(i - 1);
            if (previous != null && member.before().isEmpty()) {
                List<String> place = new ArrayList<>(previous.before());
                place.addAll(previous.words().subList(0, previous.words().size() - 1));
                if (!change.isEmpty() && isMeasure(words)) {
                    member = member.after(change);
                } else if (!place.isEmpty() && isPair(previous, words)) {
                    member = member.after(place);
                } else if (isEcho(member, words)
                        && !place.isEmpty()
                        && place.stream().allMatch(w -> WordClasses.isAttributive(w) && !NO_PLACES.contains(w))) {
                    member = member.after(place);
                }
            }
            int leading = leadingWords(words);
            if (leading < words.size() && CHANGES.contains(words.get(leading)) && words.size() > leading + 1) {
                change = isMeasure(words.subList(leading + 1, words.size()))
                        ? words.subList(leading, leading + 1)
                        : List.of();
            } else if (!isMeasure(words)) {
                change = List.of();
            }
            restored.add(member);
        }
        return restored;
    }

    private static int leadingWords(List<String> words) {
        int n = 0;
        while (n < words.size() && Trimming.LEADING.contains(words.get(n))) {
            n++;
        }
        return n;
    }

    private static boolean isMeasure(List<String> words) {
        int end = 0;
        while (end < words.size() && !WordClasses.isPreposition(words.get(end))) {
            end++;
        }
        return end > 0 && !CHANGES.contains(words.get(0)) && MEASURES.contains(words.get(end - 1));
    }

    /** "dry mouth", then "throat"; "dark urine", then "sweat": a part of the body or what leaves it is no sign alone. */
    private static boolean isPair(Member previous, List<String> words) {
        boolean sites = WordClasses.isSite(words.get(0)) && WordClasses.isSite(previous.lastWord());
        boolean fluids = FLUIDS.contains(words.get(0)) && FLUIDS.contains(previous.lastWord());
        return words.size() == 1
                && (sites || fluids)
                && previous.words().stream().noneMatch(WordClasses::isPreposition);
    }

    /** A noun that says too little alone, directly behind "and" or "or"; behind a comma too where its value says so. */
    private static boolean isEcho(Member member, List<String> words) {
        return words.size() == 1
                && ECHOES.contains(words.get(0))
                && (member.joined() && !member.comma()
                        || ECHOES.value(words.get(0)).filter("list"::equals).isPresent());
    }
}
