package org.w3id.materia.extract.dosing.sentence;

import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.ExtentParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Range;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Substances;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.RemarkParser;
import org.w3id.materia.extract.dosing.mention.SentenceTiler;
import org.w3id.materia.extract.dosing.rhythm.CourseParser;
import org.w3id.materia.extract.dosing.rhythm.Divided;
import org.w3id.materia.extract.dosing.rhythm.DividedParser;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.dosing.rhythm.RecurrenceParser;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.language.NameBook;

/**
 * What a sentence without an amount says of doses that others state: "Repeat every 6 hours as needed.", "Treatment should not exceed 10
 * days.", "The total daily dose is given in two divided doses." Only one of which every word is read says anything: words of a closed
 * list for giving this medicine, its name, and what it says. So no "check the liver every 2 weeks" and nothing of another drug.
 *
 * @param rhythm how often
 * @param course how long the treatment lasts
 * @param parts in how many doses a daily total is divided
 * @param besides verbatim what of it no slot holds: until when it is given, the most of a second length
 */
public record Completion(
        Optional<Recurrence> rhythm,
        Optional<Extent> course,
        Optional<Range> parts,
        boolean asNeeded,
        Optional<String> besides) {
    private static final Phrases<Boolean> WORDS =
            new Phrases<Boolean>().with(true, """
                it | this | these | the | a | an | of | for | to | with | as | on | by | over | doses | dose | dosage | dosing | regimen |
                treatment | therapy | course | use | usage | application | applications | administration | medication | medicine | drug |
                product | duration | treatment duration | frequency | schedule | daily dose | daily dosage | daily amount | the patch on |
                patch | weight - based and | based on weight and | weight - based\
                """).with(true, """
                is | are | be | may | can | should | must | will | would | needs | need | has | have | ranges | range | lasts | last | lasting |
                given | give | taken | take | administered | administer | applied | apply | used | using | repeated | repeat | reapplied |
                reapply | continued | continue | continues | done | taking | applying | worn | wear | left on | leave on | leave | from\
                """).with(true, """
                usually | typically | generally | normally | commonly | often | mostly | about | approximately | around | usual | typical |
                recommended | standard | common | general | total | crucial | important | it's | , | ( | ) | .\
                """);
    private static final Phrases<Boolean> TREATMENT =
            Phrases.words("treatment | therapy | course | duration | use | usage | application");
    private static final Phrases<Boolean> TOTAL = Phrases.words("daily | total | per day");
    /** Words with which it speaks of a part of the treatment, or of what comes on top of it. */
    private static final Phrases<Boolean> OF_A_PART =
            Phrases.words("first | another | additional | an additional | next | second | only | further | extra");
    /** How the most is told of a length: "not … for more than", "should not exceed". */
    private static final Phrases<Boolean> DENIES = Phrases.words("""
            not | do not | no | avoid | avoid using | avoid use | avoid continuous use | avoid prolonged use | never""");

    private static final Phrases<Boolean> GIVEN = Phrases.words("""
            be | use | used | last | continue | continued | take | taken | apply | applied | give | given | administered | extend |
            extended | it | this | treatment | for | the patch""");
    private static final Phrases<Boolean> BEYOND =
            Phrases.words("exceed | beyond | more than | longer than | exceeding | past");
    private static final Phrases<Boolean> MAXIMUM = Phrases.words("maximum | limited to | limit | limited");
    private static final Phrases<Boolean> TAILS = Phrases.words("""
            or until | until | or as directed | as directed | or as prescribed | as prescribed | or as recommended | as recommended |
            or as advised | or as instructed | unless otherwise directed | unless otherwise advised""");

    /** The completion of a sentence; none where a word of it is not read, or two of them contradict each other. */
    static Optional<Completion> of(Tokens tokens, Substances substances) {
        return tokens.any(OF_A_PART) ? Optional.empty() : new Reader(tokens, substances).read();
    }

    /** Reads one sentence from left to right. */
    private static final class Reader {
        private final Tokens tokens;
        private final Substances substances;
        private final boolean ofTreatment;
        private final boolean total;
        private int at;
        private Optional<Recurrence> rhythm = Optional.empty();
        private Optional<Extent> course = Optional.empty();
        private Optional<Range> parts = Optional.empty();
        private Optional<String> besides = Optional.empty();
        private boolean asNeeded;
        private boolean maximum;
        private boolean contradicts;

        Reader(Tokens tokens, Substances substances) {
            this.tokens = tokens;
            this.substances = substances;
            this.ofTreatment = tokens.any(TREATMENT);
            this.total = tokens.any(TOTAL);
        }

        Optional<Completion> read() {
            while (at < tokens.size()) {
                if (!takesTail() && !takesSlot() && !takesWord() || contradicts) {
                    return Optional.empty();
                }
            }
            if (maximum) {
                course = course.map(c -> new Extent(Optional.empty(), c.high(), c.unit()));
            }
            boolean says = rhythm.isPresent() || course.isPresent() || parts.isPresent() || asNeeded;
            return says
                    ? Optional.of(new Completion(rhythm, course, parts.filter(p -> total), asNeeded, besides))
                    : Optional.empty();
        }

        private boolean takesWord() {
            Optional<Integer> end = WORDS.parse(tokens, at)
                    .or(() -> MAXIMUM.parse(tokens, at))
                    .or(() -> substances.ownName(tokens, at))
                    .map(Reading::to);
            maximum |= MAXIMUM.at(tokens, at);
            end.ifPresent(e -> at = e);
            return end.isPresent();
        }

        /** Of what begins here the longest, unless words do that reach farther: "daily dose". */
        private boolean takesSlot() {
            int word = WORDS.parse(tokens, at).map(Reading::to).orElse(at);
            Optional<Reading<Recurrence>> often = RecurrenceParser.RECURRENCE.parse(tokens, at);
            Optional<Reading<Extent>> most = most();
            Optional<Reading<Extent>> length = most.or(() -> CourseParser.COURSE.parse(tokens, at))
                    .or(() -> ExtentParser.EXTENT.parse(tokens, at).filter(e -> ofTreatment && isInDays(e)));
            Optional<Reading<Divided>> divided = DividedParser.DIVIDED
                    .parse(tokens, at)
                    .filter(d -> d.value().parts().isPresent());
            Optional<Reading<Boolean>> need = SentenceTiler.AS_NEEDED.parse(tokens, at);
            int end = Math.max(Math.max(end(often), end(length)), Math.max(end(divided), end(need)));
            if (end <= word) {
                return false;
            }
            if (end == end(need)) {
                asNeeded = true;
            } else if (end == end(divided)) {
                contradicts = parts.isPresent();
                parts = divided.get().value().parts();
            } else if (end == end(often)) {
                takeRhythm(often.get().value(), end);
            } else {
                takeCourse(length.get().value(), end);
            }
            at = end;
            return true;
        }

        /** "every 4 to 6 hours, up to 4 times a day": no slot holds both, so that the words go with the dose. */
        private void takeRhythm(Recurrence now, int end) {
            boolean again = rhythm.filter(r -> r.restates(now) || r.spans(now)).isPresent();
            if (rhythm.isEmpty() || rhythm.get().bare()) {
                rhythm = Optional.of(now);
            } else if (!again) {
                contradicts = now.frequency().isPresent() || besides.isPresent();
                besides = Optional.of(tokens.text(at, end));
            }
        }

        private void takeCourse(Extent now, int end) {
            if (course.isEmpty()) {
                course = Optional.of(now);
            } else {
                contradicts = now.low().isPresent() || besides.isPresent();
                besides = Optional.of(tokens.text(at, end));
            }
        }

        private static int end(Optional<? extends Reading<?>> reading) {
            return reading.map(Reading::to).orElse(0);
        }

        private static boolean isInDays(Reading<Extent> e) {
            String unit = e.value().unit();
            return !unit.equals("h") && !unit.equals("min") && !unit.equals("s");
        }

        private Optional<Reading<Boolean>> subject(int i) {
            return GIVEN.parse(tokens, i).or(() -> substances.ownName(tokens, i));
        }

        /** "not be used for more than two days". */
        private Optional<Reading<Extent>> most() {
            Optional<Reading<Boolean>> denial = DENIES.parse(tokens, at);
            if (denial.isEmpty()) {
                return Optional.empty();
            }
            int i = denial.get().to();
            Optional<Reading<Boolean>> subject = subject(i);
            while (subject.isPresent()) {
                i = subject.get().to();
                subject = subject(i);
            }
            Optional<Reading<Boolean>> beyond = BEYOND.parse(tokens, i).or(() -> Optional.of(at)
                    .filter(a -> tokens.is(a, "no"))
                    .flatMap(a -> Phrases.words("more than | longer than").parse(tokens, a + 1)));
            return beyond.flatMap(b -> ExtentParser.EXTENT.parse(tokens, b.to()))
                    .filter(Reader::isInDays)
                    .map(e -> new Reading<>(
                            new Extent(
                                    Optional.empty(),
                                    e.value().high().or(e.value()::low),
                                    e.value().unit()),
                            at,
                            e.to()));
        }

        /** To the end of the sentence: until when it is given, or that it may be directed otherwise. */
        private boolean takesTail() {
            Optional<Reading<Boolean>> tail = TAILS.parse(tokens, at);
            if (tail.isEmpty()) {
                return false;
            }
            Parser<Boolean> never = RemarkParser.NEVER;
            for (int t = tail.get().to(); t < tokens.size(); t++) {
                boolean plain = tokens.number(t).isEmpty()
                        && !tokens.is(t, ";", ":", "(")
                        && !never.at(tokens, t)
                        && !NameBook.get().isDrug(tokens.word(t))
                        && !RecurrenceParser.RECURRENCE.at(tokens, t);
                if (!plain) {
                    return false;
                }
            }
            if (tokens.is(tail.get().to() - 1, "until")) {
                int end = tokens.is(tokens.size() - 1, ".") ? tokens.size() - 1 : tokens.size();
                contradicts = besides.isPresent();
                besides = Optional.of(tokens.text(tail.get().to() - 1, end));
            }
            at = tokens.size();
            return true;
        }
    }
}
