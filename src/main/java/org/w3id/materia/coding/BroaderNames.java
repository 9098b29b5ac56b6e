package org.w3id.materia.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of what a phrase is a kind of, the nearest first. English names a kind by words before its head and by complements
 * behind it, so both may go: "pain after surgery" is a pain. Words before the head go only where they qualify any
 * condition (severe, recurrent, cancer-related), or where the head is one whose kinds are always named so (a joint infection is an infection, but ocular
 * hypertension is no hypertension). What happens again or grows worse is a kind of itself ("exacerbation of asthma"). Where what is left joins, denies or
 * excludes, it is left alone.
 */
final class BroaderNames {
    /** Words that go with any condition. */
    private static final Set<String> QUALIFIERS = WordList.load("qualifiers.txt");

    /** Words behind a cause, a setting or a finding that qualifies what follows: "cancer-related", "drug-induced". */
    private static final Set<String> RELATIONS = WordList.load("relations.txt");

    /** Conditions whose every kind is named by words before it. */
    private static final Set<String> HEADS = WordList.load("heads.txt");

    /** What a condition does, each time a kind of that condition: "relapse", "flare". */
    private static final Set<String> OCCURRENCES = WordList.load("occurrences.txt");

    private static final Set<String> CONJUNCTIONS = Set.of("and", "or");

    /** Words that begin a complement. */
    private static final Set<String> COMPLEMENTS = WordList.load("complements.txt");

    /** Participles that may stand before such a word. */
    private static final Set<String> PARTICIPLES = WordList.load("participles.txt");

    /** Names that are broader than any condition. */
    private static final Set<String> GENERAL_NOUNS = WordList.load("general-nouns.txt");

    /** Words after which nothing about a phrase is certain. */
    private static final Set<String> OBSTACLES = WordList.load("obstacles.txt");

    /** Names that say by no word of theirs what they are a kind of: "hay fever" is an allergic rhinitis. */
    private static final Map<String, String> KINDS = kinds();

    private BroaderNames() {}

    /** The broader names of a name in {@link NameForm}. */
    static List<String> of(String form) {
        List<String> names = new ArrayList<>();
        addKind(form, names);
        List<String> words = Arrays.asList(form.split(" "));
        withoutQualifiers(words, names);
        for (int end = words.size() - 1; end > 0; end--) {
            if (COMPLEMENTS.contains(words.get(end))) {
                List<String> head = withoutParticiple(words.subList(0, end));
                add(String.join(" ", head), names);
                withoutQualifiers(head, names);
                if (words.get(end).equals("of") && OCCURRENCES.contains(String.join(" ", unqualified(head)))) {
                    List<String> condition = words.subList(end + 1, words.size());
                    add(String.join(" ", condition), names);
                    withoutQualifiers(condition, names);
                }
            }
        }
        return names;
    }

    private static void add(String name, List<String> names) {
        if (Arrays.stream(name.split(" ")).anyMatch(OBSTACLES::contains)) {
            return;
        }
        if (!GENERAL_NOUNS.contains(name)) {
            names.add(name);
        }
        addKind(name, names);
    }

    private static void addKind(String name, List<String> names) {
        String kind = KINDS.get(NameForm.unordered(name));
        if (kind != null) {
            names.add(kind);
        }
    }

    /** "Pain associated with" → "pain". */
    private static List<String> withoutParticiple(List<String> words) {
        int last = words.size() - 1;
        return last > 0 && PARTICIPLES.contains(words.get(last)) ? words.subList(0, last) : words;
    }

    /** Drops words from the left while they may go. What follows a preposition is not the head, so no other than qualifiers go before one. */
    private static void withoutQualifiers(List<String> words, List<String> names) {
        qualifierEnds(words).forEach(end -> add(String.join(" ", words.subList(end, words.size())), names));
        List<String> rest = unqualified(words);
        if (rest.stream().noneMatch(w -> COMPLEMENTS.contains(w) || OBSTACLES.contains(w))) {
            int head = ending(rest, HEADS);
            for (int start = 1; head > 0 && start <= head; start++) {
                add(String.join(" ", rest.subList(start, rest.size())), names);
            }
            int occurrence = ending(rest, OCCURRENCES);
            if (occurrence > 0) {
                add(String.join(" ", rest.subList(0, occurrence)), names);
            }
        }
    }

    /** Where the longest name begins that words before it narrow and that the words end in; 0 where none does. */
    private static int ending(List<String> words, Set<String> endings) {
        for (int start = 1; start < words.size(); start++) {
            if (endings.contains(String.join(" ", words.subList(start, words.size())))) {
                return start;
            }
        }
        return 0;
    }

    /**
     * Behind a qualifier at {@code from} and the words that join, deny or relate it: "or refractory", "non-ulcer", "cancer-related".
     * {@code from} where none stands there that something follows.
     */
    private static int behindQualifier(List<String> words, int from) {
        int at = from > 0 && CONJUNCTIONS.contains(words.get(from)) ? from + 1 : from;
        boolean denied = at < words.size() && words.get(at).equals("non");
        int end = denied ? at + 2 : at + 1;
        boolean related = end + 1 < words.size()
                && RELATIONS.contains(words.get(end))
                && !COMPLEMENTS.contains(words.get(end + 1));
        if (related) {
            return end + 1;
        }
        return end < words.size() && (denied || QUALIFIERS.contains(words.get(at))) ? end : from;
    }

    /** Where each of the qualifiers ends that words begin with. */
    private static List<Integer> qualifierEnds(List<String> words) {
        List<Integer> ends = new ArrayList<>();
        int from = 0;
        for (int end = behindQualifier(words, 0); end > from; end = behindQualifier(words, from)) {
            ends.add(end);
            from = end;
        }
        return ends;
    }

    private static List<String> unqualified(List<String> words) {
        List<Integer> ends = qualifierEnds(words);
        return ends.isEmpty() ? words : words.subList(ends.get(ends.size() - 1), words.size());
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        WordList.pairs("kinds.txt")
                .forEach((narrow, broad) -> kinds.put(NameForm.unordered(NameForm.of(narrow)), NameForm.of(broad)));
        return Map.copyOf(kinds);
    }
}
