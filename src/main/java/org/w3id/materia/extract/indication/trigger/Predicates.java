package org.w3id.materia.extract.indication.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.indication.name.Verbs;
import org.w3id.materia.extract.indication.trigger.Trigger.Firmness;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/**
 * What says what a drug does: verbs in all their forms, nouns that a preposition leads on from ("prevention and treatment of"),
 * adjectives ("essential for"), and what is lessened of a harm ("cut your risk of").
 */
final class Predicates {
    private static final Lexicon ENTRIES = Verbs.inflected(Lexicon.load("extract/indication/predicates.txt"));
    private static final Set<String> ADJECTIVES = Set.of("lower", "thin", "clear", "slow", "calm", "correct");
    private static final Set<String> VERBAL = Set.of(
            "to", "help", "helps", "can", "may", "might", "could", "will", "that", "which", "they", "also", "it",
            "helping", "cannot", "not", "doesn't", "does", "and", "or");
    private static final Set<String> DETERMINERS = Set.of("the", "your", "their", "a", "an", "overall", "further");
    private static final Set<String> BECOMING = Set.of("developing", "getting", "having");
    private static final String WITHIN = "in";
    private static final int LONGEST_COMPOUND = 3;

    /**
     * @param part which kind of words it is
     * @param links the prepositions that lead to its object
     */
    private record Entry(String part, List<Intent> intents, Firmness firmness, Set<String> links) {
        static Entry of(String value) {
            String[] parts = value.split(" ", -1);
            List<Intent> intents =
                    parts.length > 1 ? List.of(Intent.valueOf(parts[1].toUpperCase(Locale.ROOT))) : List.of();
            Firmness firmness =
                    parts.length > 2 ? Firmness.valueOf(parts[2].toUpperCase(Locale.ROOT)) : Firmness.STRONG;
            return new Entry(parts[0], intents, firmness, parts.length > 3 ? Set.of(parts[3].split(",")) : Set.of());
        }

        boolean is(String kind) {
            return part.equals(kind);
        }

        Trigger trigger(int from, int to) {
            return trigger(from, to, firmness);
        }

        Trigger trigger(int from, int to, Firmness firm) {
            return new Trigger(from, to, intents, firm, firm == Firmness.USE || firm == Firmness.NAMED);
        }
    }

    private Predicates() {}

    /** The predicate that begins at token {@code at}. */
    static Optional<Trigger> at(Words words, int at) {
        if (words.word(at).equals("the")) {
            return entryAt(words, at + 1, "noun")
                    .filter(e -> e.firmness() == Firmness.STRONG)
                    .flatMap(e -> noun(words, at, at + 2, e));
        }
        int n = words.match(ENTRIES, at);
        if (n == 0) {
            return Optional.empty();
        }
        Entry entry = entry(words, at, n);
        return switch (entry.part()) {
            case "verb" -> Optional.of(verb(words, at, at + n, entry));
            case "verb?" -> n > 1 || isVerb(words, at) ? Optional.of(verb(words, at, at + n, entry)) : Optional.empty();
            case "noun" -> noun(words, at, at + n, entry);
            case "turns" -> turning(words, at, at + n, entry);
            case "adjective" -> linked(words, at, at + n, entry);
            case "phrase" -> Optional.of(entry.trigger(at, at + n));
            default -> Optional.empty();
        };
    }

    /** How many tokens the predicate takes that begins at {@code at}; 0 where none does. */
    static int length(Words words, int at) {
        return at(words, at).map(t -> t.to() - t.from()).orElse(0);
    }

    private static Entry entry(Words words, int at, int length) {
        return Entry.of(ENTRIES.value(words.entry(at, length)).orElseThrow());
    }

    private static Optional<Entry> entryAt(Words words, int at, String part) {
        int n = words.match(ENTRIES, at);
        return n == 1 ? Optional.of(entry(words, at, 1)).filter(e -> e.is(part)) : Optional.empty();
    }

    /** "reduces", or, with what is lessened, "reduces the frequency and severity of". */
    private static Trigger verb(Words words, int from, int to, Entry verb) {
        int at = to;
        while (DETERMINERS.contains(words.word(at)) || WordClasses.isAdjective(words.word(at))) {
            at++;
        }
        Optional<Entry> aspect = entryAt(words, at, "aspect");
        boolean lessens = verb.firmness() == Firmness.WEAK;
        if (aspect.isEmpty() || !lessens && aspect.get().intents().contains(Intent.PROPHYLAXIS)) {
            return verb.trigger(from, to);
        }
        int behind = at + 1;
        if (words.isConjunction(behind) && entryAt(words, behind + 1, "aspect").isPresent()) {
            behind += 2;
        }
        if (!aspect.get().links().contains(words.word(behind))) {
            return verb.trigger(from, to);
        }
        return aspect.get().trigger(from, BECOMING.contains(words.word(behind + 1)) ? behind + 2 : behind + 1);
    }

    /** "treatment of", "prevention and the treatment of". */
    private static Optional<Trigger> noun(Words words, int from, int to, Entry noun) {
        int joint = words.isBracket(to) ? to + 1 : to;
        if (words.isConjunction(joint)) {
            int next = words.word(joint + 1).equals("the") ? joint + 2 : joint + 1;
            Optional<Trigger> second = entryAt(words, next, "noun").flatMap(e -> noun(words, next, next + 1, e));
            if (second.isPresent()) {
                List<Intent> both = new ArrayList<>(noun.intents());
                second.get().intents().stream().filter(i -> !both.contains(i)).forEach(both::add);
                Trigger last = second.get();
                Firmness firmness = noun.firmness() == Firmness.FRAMED ? Firmness.FRAMED : last.firmness();
                return Optional.of(new Trigger(from, last.to(), both, firmness, last.framed()));
            }
        }
        return linked(words, from, to, noun);
    }

    /** "preventive treatment regimen for": the adjective tells the intent. */
    private static Optional<Trigger> turning(Words words, int from, int to, Entry adjective) {
        int at = to;
        Set<String> links = Set.of("for", "against", "of");
        for (int i = to; i < to + LONGEST_COMPOUND; i++) {
            int place = i;
            Optional<Entry> noun = entryAt(words, place, "noun").or(() -> entryAt(words, place, "bearer"));
            if (noun.isEmpty()) {
                break;
            }
            links = noun.get().links();
            at = i + 1;
        }
        Entry turned = new Entry(adjective.part(), adjective.intents(), adjective.firmness(), links);
        return linked(words, from, at, turned);
    }

    private static Optional<Trigger> linked(Words words, int from, int to, Entry entry) {
        int at = to;
        if (entry.is("adjective") && entry.firmness() == Firmness.NEED) {
            at = behindNoun(words, to);
        }
        while (words.isBracket(at)) {
            at++;
        }
        if (!entry.links().contains(words.word(at))) {
            return Optional.empty();
        }
        boolean within = words.word(at).equals(WITHIN) && entry.firmness() == Firmness.STRONG;
        return Optional.of(entry.trigger(from, at + 1, within ? Firmness.WEAK : entry.firmness()));
    }

    /** Behind the noun of "an essential trace mineral for"; {@code at} where none stands there. */
    private static int behindNoun(Words words, int at) {
        for (int i = at; i <= at + LONGEST_COMPOUND && words.isWord(i); i++) {
            if (words.word(i).equals("for")) {
                return i;
            }
            if (WordClasses.isPreposition(words.word(i))) {
                return at;
            }
        }
        return at;
    }

    private static boolean isVerb(Words words, int at) {
        String before = words.word(at - 1);
        boolean adverb = Triggers.isFiller(words, at - 1) && before.endsWith("ly");
        boolean third = words.word(at).endsWith("s");
        if (words.isConjunction(at - 1) && ADJECTIVES.contains(words.word(at)) && words.match(ENTRIES, at - 2) == 0) {
            return false; // "upper and lower respiratory tract"
        }
        return adverb
                || third && !before.equals("of") && !words.isConjunction(at - 1)
                || VERBAL.contains(before)
                || words.isComma(at - 1) && isListed(words, at);
    }

    /** "to improve energy, support the heart, and …": a verb in a list that an infinitive begins. */
    private static boolean isListed(Words words, int at) {
        boolean object = words.isWord(at + 1) && !WordClasses.isPreposition(words.word(at + 1));
        for (int i = at - 2; object && i > 0; i--) {
            if (words.word(i - 1).equals("to") && words.match(ENTRIES, i) > 0) {
                return entry(words, i, words.match(ENTRIES, i)).part().startsWith("verb");
            }
        }
        return false;
    }
}
