package org.w3id.materia.extract.indication.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;
import org.w3id.materia.language.phrase.Phrase;

/**
 * Reads names that are told by another: "itching associated with eczema" names both, "irritation caused by dust or smoke" two kinds of
 * irritation, "infections caused by bacteria" no more than infections, "symptoms associated with colds" colds.
 */
public final class Linked {
    private static final Lexicon LINKS = Lexicon.load("extract/indication/links.txt");

    private static final Lexicon ENDS = Lexicon.load(
            "extract/indication/name-ends.txt", "language/subordinators.txt", "extract/indication/patient-phrases.txt");

    private static final Set<String> GERMS = Lexicon.words("""
            bacteria | bacterial | fungi | fungal | organisms | microorganisms | viruses | viral | parasites |
            pathogens | susceptible | sensitive | by | factors | strains | conditions""");

    /** Names of classes that only their cause tells. */
    private static final Set<String> HOSTS = Set.of("infections", "infection", "damage", "contamination");

    /** What words that link say of what stands behind them. */
    private enum Link {
        /** Another condition, for which the drug is as well: "itching associated with eczema". */
        ANOTHER,
        /** It tells which: "infection in minor cuts". */
        PART,
        /** A cause, which tells which where the name alone does not. */
        CAUSE,
        /** What a class has in common, by which it is named; of another condition how it shows, for which the drug is not. */
        CLASS,
        /** Something beside, for which the drug is not. */
        BESIDE
    }

    private final List<Phrase> resolved = new ArrayList<>();
    private Link link = Link.ANOTHER;
    /** What further complements of the phrase before stand behind; empty where there can be none. */
    private String governor = "";

    private Linked() {}

    /** Whether a word stands for what infects, or is one that always goes with it. */
    static boolean isGerm(String word) {
        return GERMS.contains(word);
    }

    /** How many tokens the words take that link a cause or another condition at token {@code at}; 0 where none do. */
    public static int length(Words words, int at) {
        return words.match(LINKS, at);
    }

    static List<Phrase> resolved(List<Phrase> phrases) {
        Linked linked = new Linked();
        phrases.forEach(linked::add);
        return linked.resolved;
    }

    /** Whether a phrase tells a name by what is none, so that a bracket behind it may have the name: "diarrhea associated with antibiotic use (…)". */
    static boolean describes(Phrase phrase) {
        List<String> words = Arrays.asList(phrase.text().split(" ", -1));
        int at = link(words);
        int behind = at + Math.max(1, LINKS.prefixLength(words, at));
        return at > 0
                && behind < words.size()
                && Meaning.of(String.join(" ", words.subList(behind, words.size()))) != Meaning.CONDITION;
    }

    private void add(Phrase whole) {
        List<String> words = withoutEnd(Arrays.asList(whole.text().split(" ", -1)));
        Phrase phrase = new Phrase(String.join(" ", words), whole.start(), whole.end());
        int at = link(words);
        if (at > 0) {
            addLinked(phrase, words, at);
        } else if (!governor.isEmpty() && tells(words)) {
            resolved.add(new Phrase(governor + phrase.text(), phrase.start(), phrase.end()));
        } else if (link != Link.CAUSE
                || phrase.text().endsWith(" species")
                || Meaning.of(phrase.text()) == Meaning.CONDITION) {
            resolved.add(phrase);
        }
    }

    /** The words without what is said of the patients or the circumstances behind the name, or behind what is linked to it. */
    private static List<String> withoutEnd(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            int link = Math.max(LINKS.prefixLength(words, i), LINKS.prefixLength(words, i + 1));
            // "inflammatory conditions affecting the eye" are told by where they are.
            boolean names = words.get(i).equals("affecting") && ClassNames.isClassWord(words.get(i - 1));
            if (link > 0) {
                i += link;
            } else if (!names && ENDS.prefixLength(words, i) > 0) {
                return words.subList(0, i);
            }
        }
        return words;
    }

    /** Adds what a phrase names in which a link stands at {@code at}. */
    private void addLinked(Phrase phrase, List<String> words, int at) {
        int n = Math.max(1, LINKS.prefixLength(words, at));
        link = LINKS.value(String.join(" ", words.subList(at, at + n)))
                .filter(v -> !v.isEmpty())
                .map(v -> Link.valueOf(v.toUpperCase(Locale.ROOT)))
                .orElse(Link.ANOTHER);
        String host = String.join(" ", withoutEnd(words.subList(0, at)));
        List<String> behind = words.subList(at + n, words.size());
        boolean part = link == Link.PART || link == Link.CAUSE && !Meaning.isNamed(host);
        governor = "";
        if (part && tells(behind)) {
            // The germs of an infection are examples of one use.
            governor = host.endsWith("infections") ? "" : String.join(" ", words.subList(0, at + n)) + " ";
            resolved.add(phrase);
            return;
        }
        if (!host.equals("symptoms")) {
            resolved.add(new Phrase(host, phrase.start(), phrase.end()));
        }
        String other = String.join(" ", behind);
        boolean named = link == Link.CLASS && ClassNames.isClassWord(words.get(at - 1));
        if ((link == Link.ANOTHER || named) && Meaning.of(other) == Meaning.CONDITION) {
            resolved.add(new Phrase(other, phrase.start(), phrase.end()));
        }
    }

    /** Whether words tell which is meant: a cause ("herpes simplex viruses", not "various bacteria"), or a condition. */
    private boolean tells(List<String> words) {
        return link == Link.CAUSE
                ? words.stream().anyMatch(w -> !Meaning.isGeneric(w) && !GERMS.contains(w))
                : Meaning.of(String.join(" ", words)) == Meaning.CONDITION;
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
