package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.NoInstruction;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.rhythm.RecurrenceParser;
import org.w3id.materia.language.NameBook;

/**
 * Phrases with words of any kind in them. A remark says on what a prescriber bases the choice ("depending on the response");
 * it changes nothing. A condition says when a dose holds ("if tolerated", "before the procedure", "in combination with
 * carboplatin"); its words go with the dose. Neither ever takes a number, a denial, an amount or a schedule into itself.
 */
public final class RemarkParser implements Parser<Mention> {
    static final RemarkParser REMARK = new RemarkParser();

    private static final int LONGEST = 16;

    private static final Phrases<Boolean> REMARKS =
            new Phrases<Boolean>().with(true, """
                depending on | depending upon | dependent on | based on | based upon | according to | guided by |
                as directed by | as determined by | as prescribed by | as recommended by | as advised by |
                as instructed by | at the discretion of | as decided by | as specified by | as indicated by | as directed on\
                """).with(true, """
                    regardless of | to prevent | to decrease | to find | to treat | to relieve | to avoid |
                    to minimize | to minimise | to help | to achieve | to maintain | to allow | to ensure |
                    to improve | to optimize | to assess | to control | to manage | to reduce the | to reach |
                    to suit | in order to | to limit | to reduce gastrointestinal | to lower the""").with(true, """
                    under the supervision of | under close | under strict | under careful | with careful |
                    with close | in line with | tailored to | individualized based on | with regular | with monitoring of |
                    and adjusted based on | adjusted based on | and adjusted according to | adjusted according to |
                    adjusted for | as part of | determined by | to be determined by | unless otherwise directed by |
                    unless otherwise instructed by | unless otherwise advised by | unless otherwise prescribed by |
                    or as otherwise directed by | as otherwise directed by""");

    private static final Phrases<Boolean> CONDITIONS =
            new Phrases<Boolean>().with(true, """
                at the first sign of | at first sign of | at the onset of | at the time of | at the start of |
                at the end of | at the beginning of | in the absence of | in the presence of | as part of |
                if | when | until | before | after | following | prior to | during | in case of | in cases of |
                in the case of | as soon as | as long as | once | provided | in case | in the event of | where\
                """).with(true, """
                    in combination with | combined with | together with | along with | alongside | used with |
                    given with | taken with | in conjunction with | as an adjunct to | as adjunct to | added to |
                    concurrently with | as monotherapy | mixed with | mixed in | diluted with | diluted in | dissolved in |
                    sprinkled on | sprinkled onto\
                    """).with(true, """
                        whose | those whose | patients whose | who can | who are | who have | who do | receiving | undergoing | requiring | who have received | already taking |
                        patients with | patients who | individuals with | individuals who | those with | those who |
                        people with | people who | patients receiving | patients taking | patients on |
                        patients undergoing | patients at | women with | men with | women who | cases of | patients in |
                        adults with | children with | patients requiring | patients already | in severe |
                        for severe | for more severe | in more severe | in acute | for mild | in mild | for moderate |
                        concomitant use of | concomitant use with | concurrent use of | concurrent use with | co - administration with |
                        coadministration with | co - administration of | coadministration of | co - administered with | coadministered with |
                        as an adjunct | as adjunctive | as add - on | as an add - on\
                        """);

    /** What stands before patients who are not those that are treated: "as for adults", "than in children". */
    private static final Phrases<Boolean> COMPARED = Phrases.words("""
            as for | as in | as | than in | than for | than | than those for | than that for | similar to | similar to that of |
            as with | as those for | compared with | compared to | like | as that for | identical to | as those in""");

    /** Words that only tie a group of patients to its dose. */
    private static final Phrases<Boolean> OPENERS = Phrases.words("""
            undergoing | in patients undergoing | patients undergoing | patients on | in patients on | on | if | when | where | if the patient's | if the | if estimated | in those with | for those with | those with |
            for patients with a | in patients with a | patients with a | in patients with | for patients with |
            patients with | in individuals with | for individuals with | for individuals with a | with a | with | for |
            those with a | in adults with | in cases of | for those | individuals with | in patients whose |
            in people with | with an | with an estimated | have a | who have a | whose | if you are | if you are an | if you are a | if your child is | if the patient is | if they are""");

    /** What may follow "if" and its like as a whole. */
    private static final Phrases<Boolean> WHOLE = Phrases.words("""
            unless otherwise directed | unless otherwise instructed | unless otherwise prescribed | unless otherwise specified |
            unless otherwise indicated | unless otherwise advised | severe infection | severe infections | in severe infection | in severe infections | primary prevention | secondary prevention | seriously ill | critically ill | severely ill | debilitated | frail | ( acute ) | ( chronic ) | ( prolonged ) | ( short - term ) | ( long - term ) | post - operatively | postoperatively | as tolerated | if tolerated | women | men | females | males | boys | girls | if recommended | as clinically indicated | when clinically indicated | as appropriate |
            if appropriate | if clinically necessary | if clinically indicated""");

    /** What is never stepped over. */
    public static final Phrases<Boolean> NEVER = NoInstruction.and("""
        not | never | no | nor | neither | without | avoid | avoiding | avoided | unless | except | excluding | only | than |
        cannot | don't | doesn't | shouldn't | isn't | aren't | mustn't | can't | hasn't | haven't | but | contraindicated |
        stop | stopped | discontinue | discontinued | withhold | instead | nobody | none | unlike | against | sans | minus |
        barring | save | bar | lest | notwithstanding | versus | vs | aside from | apart from | short of | other than\
        """);

    static final Phrases<Boolean> TRAILING = Phrases.words("""
        and | or | to | with | a | an | the | of | in | for | is | are | be | should | may | at | by | as | can |
        then | it | this | given | takes | take | receive | require | requires | need | taken | dose | doses | usual | recommended | from | dosage\
        """);

    /** One word of a clause that may hold any. */
    static final Parser<Boolean> CONTENT =
            (tokens, at) -> isContent(tokens, at) ? Optional.of(new Reading<>(true, at, at + 1)) : Optional.empty();

    /** One of its words, or a mark, with which a clause does not end yet. */
    static final Parser<Boolean> GOES_ON = (tokens, at) -> tokens.has(at) && !tokens.is(at, ",", ";", ".", ")")
            ? Optional.of(new Reading<>(true, at, at + 1))
            : Optional.empty();

    private RemarkParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        Optional<Reading<Boolean>> whole = WHOLE.parse(tokens, at);
        if (whole.isPresent()) {
            return whole.map(w -> w.map(x -> new Mention.OfCondition()));
        }
        Optional<Reading<Mention>> compared = COMPARED.parse(tokens, at)
                .flatMap(c -> GroupParser.GROUP.parse(tokens, c.to()))
                .map(g -> new Reading<>(new Mention.OfUnknown(), at, g.to()));
        if (compared.isPresent()) {
            return compared;
        }
        Optional<Reading<Mention>> opener = OPENERS.parse(tokens, at)
                .filter(o -> isBand(tokens, o.to()))
                .map(o -> o.map(x -> new Mention.OfInert()));
        if (opener.isPresent()) {
            return opener;
        }
        return REMARKS.parse(tokens, at)
                .flatMap(r -> content(tokens, r).map(c -> listed(tokens, c)).map(c -> c.map(x -> remark(tokens, r, c))))
                .or(() -> CONDITIONS
                        .parse(tokens, at)
                        .flatMap(r -> content(tokens, r))
                        .filter(r -> !namesPatients(tokens, r))
                        .map(r -> withBracket(tokens, r))
                        .map(c -> c.map(x -> (Mention) new Mention.OfCondition())));
    }

    /**
     * "adjusted according to weight" tells of a change: whom it is for, the dose is not for. What is said of another drug is never
     * passed over in silence.
     */
    private static Mention remark(Tokens tokens, Reading<Boolean> opening, Reading<Boolean> whole) {
        for (int t = opening.to(); t < whole.to(); t++) {
            if (NameBook.get().isDrug(tokens.word(t))) {
                return new Mention.OfCondition();
            }
        }
        return tokens.is(opening.from(), "adjusted") || tokens.is(opening.from() + 1, "adjusted")
                ? new Mention.OfChange()
                : new Mention.OfInert();
    }

    /** "in combination with bortezomib (given subcutaneously) and dexamethasone (oral)": the brackets are about those drugs. */
    private static Reading<Boolean> withBracket(Tokens tokens, Reading<Boolean> phrase) {
        boolean besides = false;
        for (int i = phrase.from(); i < phrase.to(); i++) {
            besides |= tokens.is(i, "combination", "together", "alongside", "with", "concurrently", "adjunct");
        }
        if (!besides || !tokens.is(phrase.to(), "(")) {
            return phrase;
        }
        int end = phrase.to();
        while (tokens.has(end) && !tokens.is(end, ")")) {
            end++;
        }
        if (!tokens.has(end)) {
            return phrase;
        }
        Reading<Boolean> closed = new Reading<>(true, phrase.from(), end + 1);
        if (!tokens.is(end + 1, "and", "or", "plus") || !isContent(tokens, end + 2)) {
            return closed;
        }
        return content(tokens, new Reading<>(true, phrase.from(), end + 2))
                .map(c -> withBracket(tokens, c))
                .orElse(closed);
    }

    /** The opening words with all that follows up to a mark, a number or a construct of dosing. */
    private static Optional<Reading<Boolean>> content(Tokens tokens, Reading<Boolean> opening) {
        if (RecurrenceParser.RECURRENCE.parse(tokens, opening.from()).isPresent()) {
            return Optional.empty();
        }
        int end = opening.to();
        boolean clause = tokens.is(opening.from(), "if", "when", "until", "where", "who", "whose")
                || tokens.is(opening.to() - 1, "who", "whose")
                || tokens.is(opening.to() - 2, "who");
        while (end - opening.to() < LONGEST && (isContent(tokens, end) || clause && isDenied(tokens, end))) {
            end++;
        }
        end = trimmed(tokens, opening.to(), end);
        return end == opening.to() ? Optional.empty() : Optional.of(new Reading<>(true, opening.from(), end));
    }

    /** "depending on age, history, and risk factors": the further members of a list that ends in "and" or "or". */
    private static Reading<Boolean> listed(Tokens tokens, Reading<Boolean> phrase) {
        int end = phrase.to();
        boolean closed = false;
        while (tokens.is(end, ",") && !closed) {
            closed = tokens.is(end + 1, "and", "or");
            Optional<Reading<Boolean>> member = content(tokens, new Reading<>(true, end, closed ? end + 2 : end + 1));
            if (member.isEmpty()) {
                return phrase;
            }
            end = member.get().to();
        }
        return closed ? new Reading<>(true, phrase.from(), end) : phrase;
    }

    /** "if the goal is not reached": a condition may itself be a denial. */
    private static boolean isDenied(Tokens tokens, int at) {
        return tokens.is(at, "not", "never") && tokens.is(at - 1, "is", "are", "has", "have", "does", "do", "can")
                || tokens.is(at, "no") && tokens.is(at - 1, "if", "is", "until")
                || tokens.is(at, "isn't", "aren't", "hasn't", "doesn't", "cannot", "can't");
    }

    /** Without the light words that it ends in. */
    static int trimmed(Tokens tokens, int from, int to) {
        int end = to;
        while (end > from && TRAILING.at(tokens, end - 1)) {
            end--;
        }
        return end;
    }

    static boolean isContent(Tokens tokens, int at) {
        if (!tokens.has(at)) {
            return false;
        }
        if (tokens.is(at, "-", "'s", "/")
                && tokens.has(at + 1)
                && tokens.get(at + 1).isWord()) {
            return tokens.get(at).start() == tokens.get(at - 1).end();
        }
        return tokens.get(at).isWord()
                && tokens.number(at).isEmpty()
                && !NEVER.at(tokens, at)
                && !SentenceTiler.isConstruct(tokens, at);
    }

    private static boolean isBand(Tokens tokens, int at) {
        return GroupParser.GROUP
                .parse(tokens, at)
                .filter(g -> g.value().clearance().isPresent()
                        || g.value().age().isPresent()
                        || g.value().weight().isPresent()
                        || g.value().population().isPresent())
                .isPresent();
    }

    /** Patients have slots of their own: what names them is no mere condition. */
    private static boolean namesPatients(Tokens tokens, Reading<Boolean> phrase) {
        for (int i = phrase.from(); i < phrase.to(); i++) {
            Optional<Reading<org.w3id.materia.extract.fact.PatientGroup>> group = GroupParser.GROUP.parse(tokens, i);
            if (group.isPresent() && group.get().from() >= phrase.from()) {
                return true;
            }
        }
        return false;
    }
}
