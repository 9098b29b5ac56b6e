package org.w3id.materia.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a sentence says of each of its words: stated, denied, left open … The one place that decides it for all kinds of fact, by
 * the ConText scheme: a cue from {@code context-cues.txt} reaches over the words on its side of the clause, until something ends
 * it.
 */
public final class Polarities {
    private static final Lexicon CUES = Lexicon.load("language/context-cues.txt");
    /** Words that begin another clause and so end the scope of a cue. */
    private static final Set<String> ENDS = Lexicon.words("""
            but | however | although | though | whereas | while | which | because | yet | - | where | when | if |
            unless | who | whose""");
    /** Words that do so behind a comma or a conjunction. */
    private static final Set<String> SUBJECTS = Set.of("it", "it's", "they", "this", "these", "there", "you");

    private final List<Cue> cues;

    private Polarities(List<Cue> cues) {
        this.cues = List.copyOf(cues);
    }

    /** Where a cue reaches. */
    public enum Direction {
        FORWARD,
        BACKWARD,
        CLAUSE,
        NONE
    }

    /**
     * A cue and its scope.
     *
     * @param polarity what it says
     * @param direction where it reaches
     * @param at its first token
     * @param tokens how many it has
     * @param from first token of its scope, the cue itself included
     * @param to behind its last
     */
    public record Cue(Polarity polarity, Direction direction, int at, int tokens, int from, int to) {
        boolean reaches(int token) {
            return from <= token && token < to;
        }
    }

    /** Reads a sentence. */
    public static Polarities of(Words words) {
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int n = words.match(CUES, i);
            if (n > 0) {
                cue(words, i, n).ifPresent(cues::add);
                i += n - 1;
            }
        }
        return new Polarities(cues);
    }

    private static Optional<Cue> cue(Words words, int at, int n) {
        String[] value = CUES.value(words.entry(at, n)).orElseThrow().split(" ", -1);
        Polarity polarity = Polarity.valueOf(value[0].toUpperCase(Locale.ROOT));
        Direction direction = Direction.valueOf(value[1].toUpperCase(Locale.ROOT));
        if (direction == Direction.NONE) {
            return Optional.empty();
        }
        int from = direction == Direction.FORWARD ? at : clauseStart(words, at);
        int to = direction == Direction.BACKWARD ? at + n : clauseEnd(words, at + n);
        return Optional.of(new Cue(polarity, direction, at, n, from, to));
    }

    /** The first token of the clause in which token {@code at} stands. */
    private static int clauseStart(Words words, int at) {
        int from = at;
        while (from > 0 && !parts(words, from - 1)) {
            from--;
        }
        return from;
    }

    private static int clauseEnd(Words words, int at) {
        int to = at;
        while (to < words.size() && !parts(words, to)) {
            to++;
        }
        return to;
    }

    private static boolean parts(Words words, int at) {
        return words.isSemicolon(at)
                || ENDS.contains(words.word(at)) && at > 0
                || SUBJECTS.contains(words.word(at)) && (words.isComma(at - 1) || words.isConjunction(at - 1))
                || words.isWord(at) && words.colonBehind(at);
    }

    /** All cues that change something, in order. */
    public List<Cue> cues() {
        return cues;
    }

    /** What the sentence says of a token; the gravest of the cues that reach it: denied before left open before restricted before past. */
    public Polarity at(int token) {
        return Arrays.stream(
                        new Polarity[] {Polarity.DENIED, Polarity.HYPOTHETICAL, Polarity.RESTRICTED, Polarity.HISTORICAL
                        })
                .filter(p -> reaches(p, token))
                .findFirst()
                .orElse(Polarity.STATED);
    }

    /** Whether a cue of a polarity reaches a token. */
    public boolean reaches(Polarity polarity, int token) {
        return cues.stream().anyMatch(c -> c.polarity() == polarity && c.reaches(token));
    }
}
