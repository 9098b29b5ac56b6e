package org.w3id.materia.language.phrase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;

/**
 * Gives signs the place that stands behind the last one: "pain, redness, or swelling at the injection site" → three
 * signs at the injection site. Only signs that have a place take it over.
 */
final class SharedPlace {
    private static final Lexicon LOCAL_SIGNS = Lexicon.load("language/local-signs.txt");
    private static final Set<String> PLACING = Set.of("at", "in", "of", "on", "around", "near", "under");
    private static final Set<String> AREAS = Set.of("site", "sites", "area", "areas");

    private SharedPlace() {}

    static List<Member> restore(List<Member> members) {
        List<Member> restored = new ArrayList<>();
        List<String> place = List.of();
        for (int i = members.size() - 1; i >= 0; i--) {
            Member member = members.get(i);
            List<String> words = member.words();
            int preposition = preposition(words);
            if (preposition > 0) {
                place = isSign(words.get(preposition - 1)) && isPlace(words)
                        ? words.subList(preposition, words.size())
                        : List.of();
            } else if (!isSign(member.lastWord()) || !member.behind().isEmpty()) {
                place = List.of();
            } else {
                member = member.ahead(place);
            }
            if (!member.joined() && !member.comma()) {
                place = List.of();
            }
            restored.add(member);
        }
        Collections.reverse(restored);
        return restored;
    }

    private static boolean isSign(String word) {
        return LOCAL_SIGNS.contains(word);
    }

    private static int preposition(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (WordClasses.isPreposition(words.get(i))) {
                return PLACING.contains(words.get(i)) ? i : words.size();
            }
        }
        return 0;
    }

    private static boolean isPlace(List<String> words) {
        String last = words.get(words.size() - 1);
        return WordClasses.isSite(last) || AREAS.contains(last);
    }
}
