package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Phrase;
import org.w3id.materia.language.WordClasses;

/**
 * Resolves names that are told by another: "pain associated with ulcers" → "pain", "ulcers"; "infections caused by bacteria" → "infections"; "symptoms associated with colds" is left as it is.
 */
final class Linked {
    private static final Lexicon LINKS = Lexicon.load("extract/indication/links.txt");

    private static final Set<String> CAUSED = Set.of("caused", "due");
    private static final Set<String> GERMS = Set.of(
            "bacteria",
            "bacterial",
            "fungi",
            "fungal",
            "organisms",
            "microorganisms",
            "viruses",
            "viral",
            "parasites",
            "pathogens",
            "susceptible",
            "sensitive",
            "by",
            "factors",
            "strains",
            "conditions");

    /** Names of classes that only their cause tells. */
    private static final Set<String> HOSTS = Set.of("infections", "infection", "damage", "contamination");

    private Linked() {}

    /** Whether word {@code at} belongs to a link that begins before it ("with" of "associated with"). */
    static boolean holds(List<String> words, int at) {
        for (int i = Math.max(1, at - 1); i < at; i++) {
            if (LINKS.prefixLength(words, i) > at - i) {
                return true;
            }
        }
        return LINKS.prefixLength(words, at) > 0;
    }

    static List<Phrase> resolved(List<Phrase> phrases) {
        List<Phrase> resolved = new ArrayList<>();
        boolean causes = false;
        for (Phrase phrase : phrases) {
            List<String> words = Arrays.asList(phrase.text().split(" ", -1));
            int link = link(words);
            if (link > 0) {
                causes = words.get(link).equals("caused");
                add(resolved, phrase, words, link);
            } else if (!causes
                    || phrase.text().endsWith(" species")
                    || Meaning.of(phrase.text()) == Meaning.CONDITION) {
                resolved.add(phrase);
            }
        }
        return resolved;
    }

    /** Adds what the words before the link and behind it name. */
    private static void add(List<Phrase> resolved, Phrase phrase, List<String> words, int link) {
        int n = Math.max(1, LINKS.prefixLength(words, link));
        String before = String.join(" ", words.subList(0, link));
        String behind = String.join(" ", words.subList(link + n, words.size()));
        boolean caused = CAUSED.contains(words.get(link));
        Meaning cause = Meaning.of(behind);
        if (caused && HOSTS.contains(words.get(link - 1)) && tells(words.subList(link + n, words.size()))) {
            resolved.add(phrase);
            return;
        }
        if (!before.equals("symptoms")) {
            resolved.add(new Phrase(before, phrase.start(), phrase.end()));
        }
        if (!caused && cause == Meaning.CONDITION) {
            resolved.add(new Phrase(behind, phrase.start(), phrase.end()));
        }
    }

    /** Whether a cause is named: "herpes simplex viruses", not "various bacteria". */
    private static boolean tells(List<String> cause) {
        return cause.stream()
                        .filter(w -> !Meaning.isGeneric(w) && !GERMS.contains(w))
                        .count()
                > 0;
    }

    private static int link(List<String> words) {
        for (int i = 1; i < words.size() - 1; i++) {
            boolean within = words.get(i).equals("in")
                    && !HOSTS.contains(words.get(i - 1))
                    && !WordClasses.isSite(words.get(words.size() - 1))
                    && Meaning.of(String.join(" ", words.subList(i + 1, words.size()))) == Meaning.CONDITION;
            if (within || LINKS.prefixLength(words, i) > 0) {
                return i;
            }
        }
        return 0;
    }
}
