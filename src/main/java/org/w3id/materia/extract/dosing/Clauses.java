package org.w3id.materia.extract.dosing;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What the words between two places of a sentence do: part clauses, join alternatives, tell of changes, deny. */
final class Clauses {
    private static final Phrases<Boolean> SEQUENCE = Phrases.words("""
            then | followed by | thereafter | and then | afterwards | subsequently | after that""");

    private static final Phrases<Boolean> TITRATION =
            new Phrases<Boolean>().with(true, """
                    increase | increased | increasing | increases | adjusted | adjust | adjusting | titrated |
                    titrate | reduced | reduce | reducing | decreased | monitored | monitor | monitoring |
                    tapered | escalated""").with(true, """
                    adjustment | adjustments | reassessed | reassess | re | evaluated | changed | doubled |
                    escalation | higher | increments | titration | raised | review | reviewed | checked |
                    lowered | second dose""");

    /** Words that end a clause wherever they stand. */
    private static final String[] ENDS = {
        ";", "but", "then", "followed", "while", "whereas", "however", ":", "though", "although"
    };

    private final Tokens tokens;
    private final Substances substances;

    Clauses(Tokens tokens, Substances substances) {
        this.tokens = tokens;
        this.substances = substances;
    }

    /** "the same as for adults", "lower than in adults": those are not the patients that the dose is for. */
    boolean isCompared(int at) {
        int i = tokens.is(at - 1, "for", "in", "of", "the", "with") ? at - 1 : at;
        i = tokens.is(i - 1, "for", "in", "of", "that") ? i - 1 : i;
        return tokens.is(i - 1, "as", "than", "mirrors")
                || tokens.is(i - 1, "to") && tokens.is(i - 2, "similar", "compared", "identical", "relative")
                || tokens.is(i - 1, "standard", "usual", "normal", "half", "same");
    }

    /** "on an empty stomach (one hour before or two hours after a meal)" is neither before meals nor after them. */
    boolean isEmptyStomach() {
        for (int t = 0; t < tokens.size(); t++) {
            if (tokens.follows(t, "empty", "stomach")) {
                return true;
            }
        }
        return false;
    }

    /** "in combination with bortezomib (given subcutaneously)": the bracket is about the other drug. */
    boolean isOfOther(int at) {
        int open = tokens.openBracket(at);
        return open > 0 && substances.isOther(tokens.word(open - 1));
    }

    /** Whether a word of sequence stands between: "twice weekly, then once weekly". */
    boolean goesOn(int from, int to) {
        for (int t = from; t < to; t++) {
            if (SEQUENCE.at(tokens, t)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word of change stands at {@code at}. */
    boolean isChange(int at) {
        return TITRATION.at(tokens, at);
    }

    /** Whether only words stand between that join two routes or two groups. */
    boolean joins(int from, int to) {
        for (int t = from; t < to; t++) {
            if (!tokens.is(
                    t,
                    "or",
                    "and",
                    "/",
                    ",",
                    "(",
                    ")",
                    "either",
                    "via",
                    "by",
                    "injection",
                    "slow",
                    "deep",
                    "as",
                    "infusion",
                    "a")) {
                return false;
            }
        }
        return from < to;
    }

    /** Whether the end of a clause stands between. */
    boolean parted(int from, int to) {
        return any(from, to, t -> tokens.is(t, ",", "and", "or") || tokens.is(t, ENDS));
    }

    /** Whether the clause ends between; "or" and "and" may join routes inside of one. */
    boolean ends(int from, int to) {
        return any(from, to, t -> tokens.is(t, ",") && !tokens.is(t - 1, ".") || tokens.is(t, ENDS));
    }

    /** Whether a word of change stands between: what follows is about the change. */
    boolean titrates(int from, int to) {
        return any(from, to, t -> TITRATION.at(tokens, t));
    }

    /** Whether what follows is denied. */
    boolean isDenied(int from, int to) {
        return any(from, to, t -> tokens.is(t, "not", "never", "without"));
    }

    private static boolean any(int from, int to, IntPredicate token) {
        return IntStream.range(from, to).anyMatch(token);
    }

    /** Whether only words that tie an adjective to its noun stand between: "weekly [maintenance doses of] 250 mg". */
    boolean linksOnly(int from, int to) {
        for (int t = from; t < to; t++) {
            boolean link = tokens.is(
                            t,
                            "dose",
                            "doses",
                            "dosage",
                            "of",
                            "a",
                            "the",
                            "infusion",
                            "infusions",
                            "injection",
                            "injections",
                            "maintenance")
                    || tokens.is(
                            t,
                            "is",
                            "typically",
                            "usually",
                            "administration",
                            "generally",
                            "ranges",
                            "from",
                            "oral",
                            "total",
                            "regimen")
                    || tokens.is(
                            t,
                            "range",
                            "at",
                            "intravenous",
                            "subcutaneous",
                            "dosages",
                            "shouldn't",
                            "must",
                            "cannot",
                            "should",
                            "not",
                            "exceed",
                            "dosing",
                            "with",
                            "be");
            if (!link) {
                return false;
            }
        }
        return true;
    }
}
