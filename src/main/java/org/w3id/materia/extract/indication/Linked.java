package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Phrase;

/**
 * Resolves names that are told by another: "pain associated with ulcers and gastritis" → both pains; "sneezing and itching
 * associated with allergies" → three; "infections caused by bacteria" → "infections"; "symptoms associated with colds" is left as it is.
 */
final class Linked {
    private static final Lexicon LINKS = Lexicon.load("extract/indication/links.txt");

    private static final Lexicon SYMPTOMS = Lexicon.load("extract/indication/symptoms.txt");

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
        String shared = "";
        boolean causes = false;
        for (int i = 0; i < phrases.size(); i++) {
            Phrase phrase = phrases.get(i);
            List<String> words = Arrays.asList(phrase.text().split(" ", -1));
            int link = link(words);
            if (link == 0
                    && causes
                    && !phrase.text().endsWith(" species")
                    && Meaning.of(phrase.text()) != Meaning.CONDITION) {
                continue;
            }
            if (link == 0) {
                boolean shares = !shared.isEmpty() && Meaning.of(phrase.text()) == Meaning.CONDITION;
                resolved.add(shares ? new Phrase(shared + phrase.text(), phrase.start(), phrase.end()) : phrase);
                continue;
            }
            shared = "";
            causes = words.get(link).equals("caused");
            int n = LINKS.prefixLength(words, link);
            String before = String.join(" ", words.subList(0, link));
            String behind = String.join(" ", words.subList(link + n, words.size()));
            Meaning cause = Meaning.of(behind);
            if (Meaning.of(before) == Meaning.NOTHING) {
                resolved.add(phrase);
            } else if (before.equals("infections") && !words.get(link).equals("caused") && tells(behind)) {
                resolved.add(phrase);
            } else if (cause == Meaning.NOTHING
                    || cause != Meaning.CONDITION && words.get(link).equals("caused")) {
                resolved.add(new Phrase(before, phrase.start(), phrase.end()));
            } else if (i > 0 && cause == Meaning.CONDITION && SYMPTOMS.contains(words.get(link - 1))) {
                resolved.add(new Phrase(before, phrase.start(), phrase.end()));
                resolved.add(new Phrase(behind, phrase.start(), phrase.end()));
            } else if (i > 0 && link > 1) {
                resolved.add(new Phrase(before, phrase.start(), phrase.end()));
            } else if (!SYMPTOMS.contains(words.get(link - 1))
                    && !words.get(link).equals("in")) {
                resolved.add(phrase);
            } else {
                shared = before + " " + String.join(" ", words.subList(link, link + n)) + " ";
                resolved.add(phrase);
            }
        }
        return resolved;
    }

    /** Whether a cause says more than "various conditions". */
    private static boolean tells(String cause) {
        return Arrays.stream(cause.split(" ", -1))
                        .filter(w -> !Meaning.isGeneric(w))
                        .count()
                > 1;
    }

    private static int link(List<String> words) {
        for (int i = 1; i < words.size() - 1; i++) {
            if (LINKS.prefixLength(words, i) > 0) {
                return i;
            }
        }
        return 0;
    }
}
