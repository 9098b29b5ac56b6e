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
 * condition (severe, recurrent), or where the head is one whose kinds are always named so (a joint infection is an infection, but ocular hypertension
 * is no hypertension). A phrase that joins, denies or excludes is left alone.
 */
final class BroaderNames {
    /** Words that go with any condition. */
    private static final Set<String> QUALIFIERS = WordList.load("qualifiers.txt");

    /** Conditions whose every kind is named by a word before it. */
    private static final Set<String> HEADS = WordList.load("heads.txt");

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
        if (words.stream().anyMatch(OBSTACLES::contains)) {
            return names;
        }
        withoutQualifiers(words, names);
        for (int end = words.size() - 1; end > 0; end--) {
            if (COMPLEMENTS.contains(words.get(end))) {
                List<String> head = withoutParticiple(words.subList(0, end));
                add(String.join(" ", head), names);
                withoutQualifiers(head, names);
            }
        }
        return names;
    }

    private static void add(String name, List<String> names) {
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
        int qualifiers = 0;
        while (qualifiers < words.size() && QUALIFIERS.contains(words.get(qualifiers))) {
            qualifiers++;
        }
        boolean general = HEADS.contains(words.get(words.size() - 1))
                && words.subList(qualifiers, words.size()).stream().noneMatch(COMPLEMENTS::contains);
        int last = general ? words.size() - 1 : Math.min(qualifiers, words.size() - 1);
        for (int start = 1; start <= last; start++) {
            add(String.join(" ", words.subList(start, words.size())), names);
        }
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        WordList.pairs("kinds.txt")
                .forEach((narrow, broad) -> kinds.put(NameForm.unordered(NameForm.of(narrow)), NameForm.of(broad)));
        return Map.copyOf(kinds);
    }
}
