package org.w3id.materia.extract.indication.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.materia.language.Lexicon;

/** The forms of English verbs that a list has in the infinitive ("relieve" → "relieves", "relieving"), and what they do in a sentence. */
public final class Verbs {
    private static final Lexicon TABLE = Lexicon.load("extract/indication/verbs.txt");
    private static final List<String> HISSING = List.of("s", "sh", "ch", "x", "z");
    private static final String VOWELS = "aeiou";
    /** Letters that are never doubled at the end of a word. */
    private static final String SINGLE = "wxy";

    private static final int LONGEST_DOUBLING = 5;

    private static final Set<String> CLAUSES = Stream.concat(
                    all("clause"), all("clause").filter(v -> is(v, "finite")).map(Verbs::thirdPerson))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> FINITE = Stream.of(all("finite").map(Verbs::thirdPerson), all("base"), all("word"))
            .flatMap(forms -> forms)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> GERUNDS =
            Stream.concat(all("gerund").map(Verbs::gerund), all("participle")).collect(Collectors.toUnmodifiableSet());

    private Verbs() {}

    private static Stream<String> all(String kind) {
        return TABLE.entries().stream().filter(v -> is(v, kind));
    }

    private static boolean is(String verb, String kind) {
        return List.of(TABLE.value(verb).orElse("").split(" ", -1)).contains(kind);
    }

    /** Whether a word begins another clause behind "and", and no name: "shorten", "helps". */
    public static boolean beginsClause(String word) {
        return CLAUSES.contains(word);
    }

    /** Whether a word makes a sentence of the words that it stands in. */
    public static boolean isFinite(String word) {
        return FINITE.contains(word);
    }

    /** Whether a word in "-ing" is nothing but the form of a verb: "helping", not "bleeding". */
    static boolean isGerund(String word) {
        return GERUNDS.contains(word);
    }

    /** All entries; those whose value begins with "verb" in all forms, of which the one in "-ing" is nothing but a verb. */
    public static Lexicon inflected(Lexicon list) {
        Map<String, String> all = new HashMap<>();
        list.entries().forEach(entry -> all.put(entry, list.value(entry).orElseThrow()));
        for (String entry : list.entries()) {
            String value = list.value(entry).orElseThrow();
            if (value.startsWith("verb")) {
                int space = entry.indexOf(' ');
                String verb = space < 0 ? entry : entry.substring(0, space);
                String rest = entry.substring(verb.length());
                all.putIfAbsent(thirdPerson(verb) + rest, value);
                all.putIfAbsent(gerund(verb) + rest, value.replace("verb?", "verb"));
            }
        }
        return Lexicon.of(all);
    }

    static String thirdPerson(String verb) {
        if (verb.endsWith("y") && !isVowel(verb, verb.length() - 2)) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        return verb + (HISSING.stream().anyMatch(verb::endsWith) ? "es" : "s");
    }

    static String gerund(String verb) {
        int last = verb.length() - 1;
        if (verb.endsWith("e") && !verb.endsWith("ee")) {
            return verb.substring(0, last) + "ing";
        }
        boolean doubles = isDoubling(verb) || verb.equals("control");
        return verb + (doubles ? verb.substring(last) : "") + "ing";
    }

    /** A short word that ends in one vowel and one consonant: "stop", "thin", not "heal". */
    private static boolean isDoubling(String verb) {
        int last = verb.length() - 1;
        return verb.length() < LONGEST_DOUBLING
                && !isVowel(verb, last)
                && SINGLE.indexOf(verb.charAt(last)) < 0
                && isVowel(verb, last - 1)
                && !isVowel(verb, last - 2);
    }

    private static boolean isVowel(String word, int at) {
        return at >= 0 && VOWELS.indexOf(word.charAt(at)) >= 0;
    }
}
