package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.phrase.Phrase;
import org.w3id.materia.extract.phrase.WordClasses;

/**
 * Names infections and other classes by the place that they affect: "infections affecting the respiratory tract, ears"
 * → "respiratory tract infections", "ear infections"; "cancers of the bladder" → "bladder cancer".
 */
final class SiteNames {
    private static final Set<String> CLASSES = Set.of(
            "infections",
            "infection",
            "cancers",
            "cancer",
            "tumors",
            "tumours",
            "those",
            "infestations",
            "inflammation");
    private static final Set<String> LINKS = Set.of("affecting", "of", "in", "involving", "within");
    private static final Set<String> PLACES = Set.of(
            "tract",
            "system",
            "tissue",
            "tissues",
            "structures",
            "structure",
            "membranes",
            "organs",
            "cavity",
            "area",
            "areas");
    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "and", "its", "or");

    private SiteNames() {}

    static List<Phrase> completed(List<Phrase> phrases) {
        List<Phrase> completed = new ArrayList<>();
        String head = "";
        String host = "infections";
        for (Phrase phrase : phrases) {
            List<String> words = Arrays.asList(phrase.text().split(" ", -1));
            int link = link(words);
            if (link > 0 && isSite(words.subList(link + 1, words.size()))) {
                List<String> before = words.subList(0, link);
                head = before.get(before.size() - 1).equals("those") ? host : String.join(" ", before);
                completed.add(named(phrase, words.subList(link + 1, words.size()), head));
            } else if (!head.isEmpty() && isSite(words)) {
                completed.add(named(phrase, words, head));
            } else {
                if (words.size() <= 3
                        && CLASSES.contains(words.get(words.size() - 1))
                        && !words.get(0).equals("those")) {
                    host = words.get(words.size() - 1);
                }
                completed.add(phrase);
            }
        }
        return completed;
    }

    /** Where the word stands that links a class to a place; 0 where none does. */
    private static int link(List<String> words) {
        for (int i = 1; i < words.size() - 1; i++) {
            if (LINKS.contains(words.get(i)) && CLASSES.contains(words.get(i - 1))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isSite(List<String> words) {
        String last = words.get(words.size() - 1);
        return (WordClasses.isSite(last) || PLACES.contains(last))
                && words.stream()
                        .limit(words.size() - 1L)
                        .allMatch(w -> DETERMINERS.contains(w)
                                || WordClasses.isSite(w)
                                || WordClasses.isAdjective(w)
                                || PLACES.contains(w)
                                || w.equals("mucous")
                                || w.equals("soft"));
    }

    private static Phrase named(Phrase phrase, List<String> site, String head) {
        List<String> words = new ArrayList<>(site);
        while (words.size() > 1 && DETERMINERS.contains(words.get(0))) {
            words.remove(0);
        }
        int last = words.size() - 1;
        if (words.size() == 1) {
            words.set(last, singular(words.get(last)));
        }
        int space = head.lastIndexOf(' ');
        String prefix = space < 0 ? "" : head.substring(0, space + 1);
        String text = prefix + String.join(" ", words) + " " + head.substring(space + 1);
        return new Phrase(text, phrase.start(), phrase.end());
    }

    private static String singular(String word) {
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
