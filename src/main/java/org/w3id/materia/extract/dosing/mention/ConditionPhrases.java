package org.w3id.materia.extract.dosing.mention;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.CeilingParser;
import org.w3id.materia.extract.dosing.amount.Dose;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.amount.DoseUnit;
import org.w3id.materia.extract.dosing.amount.ExtentParser;
import org.w3id.materia.extract.dosing.amount.TimeUnits;
import org.w3id.materia.extract.dosing.grammar.InertWords;
import org.w3id.materia.extract.dosing.grammar.NumberParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Pattern;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Range;
import org.w3id.materia.extract.dosing.grammar.RangeParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.rhythm.EveryParser;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.dosing.rhythm.RecurrenceParser;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.language.NameBook;

/**
 * The kinds of phrases that no slot holds and that are known by their form: their words go with the dose. One table, so that a further
 * kind is a further entry.
 */
public final class ConditionPhrases implements Parser<Mention> {
    /** What an amount may be in, before it is given. */
    public static final Phrases<Boolean> PREPARATIONS = Phrases.words("""
            solution | gel | cream | ointment | shampoo | shampoos | lotion | foam | spray | drops | liniment |
            suspension | solutions | gels | creams | ointments | lotions | wash | cleanser | paste | liquids | sprays |
            syrup | formulation | formulations""");

    static final ConditionPhrases CONDITION = new ConditionPhrases();

    private static final int FARTHEST_AMOUNT = 6;

    private static final Parser<Boolean> NUMBER =
            (tokens, at) -> tokens.number(at).map(n -> new Reading<>(true, at, at + 1));

    private static final Phrases<Boolean> LIMITS = Phrases.words("""
        maximum | recommended | adult | daily | usual | prescribed | stated | labeled | labelled | total | single |
        suggested | specified | indicated | approved\
        """);

    /**
     * "not exceeding the maximum daily dose specified on the label", "not to exceed the adult dose": a limit that stands elsewhere. It
     * is asked for before maxima are.
     */
    static final Pattern LIMIT_ELSEWHERE = Pattern.words("""
                    not exceeding | not to exceed | without exceeding | should not exceed | do not exceed |
                    must not exceed | but not exceeding | never exceeding | up to | but should not exceed\
                    """)
            .then("the | a")
            .then(LIMITS)
            .many(LIMITS)
            .then("dose | dosage | amount | limit")
            .maybe(Pattern.words("""
                            specified | indicated | stated | recommended | given | printed | listed | as specified |
                            as indicated | as stated | as listed | as directed | for adults | for that age | on the label\
                            """).many(RemarkParser.CONTENT))
            .notBefore(Phrases.words("of | is | : | ("))
            .notBefore(NUMBER);

    /** "1000 to 5000 IU daily or more", "once daily or less frequently": open at one end. */
    public static final Pattern OPEN_END = Pattern.words("""
                    or more | or less | or fewer | or higher | or lower | or longer | or even more | or even less |
                    or even higher | or even longer\
                    """)
            .many("more | less | higher | longer | frequently | often")
            .notBefore(Phrases.words("than"))
            .notBefore(NUMBER);

    /** "per lesion", "into each wart": an amount for each of several places. */
    private static final Pattern EACH_PLACE = Pattern.words(
                    "per | into each | in each | to each | for each | at each | into every | onto each")
            .then("""
                lesion | wart | site | injection site | joint | area | treatment area | treated area | breast | knee | limb |
                muscle | ear | eye | keloid | tooth | affected lesion | affected joint | affected ear | treatment site\
                """);

    /** "over several weeks", "every few days": time that is told without a number. */
    private static final Pattern VAGUE_TIME = Pattern.words("""
                    over | for | after | within | during | every | at intervals of | spread over | over the course of |
                    over a period of | for up to | in | for at least | intervals of\
                    """).then("""
                several | a few | few | some | many | multiple | a number of | a couple of | the next few | the first few |
                the following\
                """).then(TimeUnits.TIME);

    private static final Phrases<Boolean> REMOVED = Phrases.words("""
        then rinse | then rinsed | and then rinse | and rinse | rinse off | rinsed off | rinse out | rinse | rinsed |
        then wash off | wash off | washed off | then wash it off | then rinsed off | then rinse off | and rinsed |
        rinse thoroughly | then spit out | spit out | and then rinsed | then wipe off\
        """);

    private static final Pattern STAYS = Pattern.words("""
                    leave on | left on | leave it on | leaving it on | kept in place | leave in place | left in place | rinse |
                    rinsed | swished | swish | gargle | gargled | massage | massaged | hold in the mouth | held in the mouth |
                    wash off | washed off | applied | lather\
                    """)
            .then("for | after")
            .then(ExtentParser.EXTENT, e -> isShort(e) || e.unit().equals("h"));

    /** "left on for 5 minutes", "for 30 seconds": how long a preparation stays where it is put. */
    private static final Pattern SECONDS = Pattern.words("for").then(ExtentParser.EXTENT, ConditionPhrases::isShort);

    /**
     * "the second course involves 12 mg daily": which of several doses an amount is. Where none follows in the clause ("…, with a second dose
     * after a month") nothing is told of how much it is, and the words stay unread.
     */
    private static final Pattern WHICH_DOSE = Pattern.begin()
            .maybe("each of the | the | any | a")
            .then("""
                booster | second | third | fourth | subsequent | supplemental | supplementary | additional | further | later | next | final | following | first two | first three | last | two |
                first\
                """)
            .maybe("subcutaneous | intravenous | oral | intramuscular")
            .then("""
                dose | doses | course | courses | cycle | cycles | infusion | infusions | injection | injections |
                administration | bolus\
                """)
            .before((Parser<Boolean>) ConditionPhrases::leadsToAmount);

    private static final Phrases<Boolean> FURTHER =
            Phrases.words("second | third | further | another | repeat | additional | booster");

    private static final Phrases<Boolean> COURSES =
            Phrases.words("administration | injection | infusion | bolus | course | shot");

    private static final Phrases<Boolean> AGAIN =
            Phrases.words("repeated once | repeat once | repeated | repeat | repeating | booster");

    /** "; a second dose may be given after 2 hours if the headache returns": that more is given later, without an amount of its own. */
    private static final Pattern FURTHER_DOSE = Pattern.begin()
            .maybe("and | but | with | followed by")
            .maybe("a | an | one | any | the | which may be | may be | can be | this may be | this can be | it may be")
            .then((Parser<Boolean>) (tokens, at) -> FURTHER.parse(tokens, at)
                    .flatMap(f -> DoseUnit.COUNTED
                            .parse(tokens, f.to())
                            .map(Reading::to)
                            .or(() -> COURSES.parse(tokens, f.to()).map(Reading::to)))
                    .map(to -> new Reading<>(true, at, to))
                    .or(() -> AGAIN.parse(tokens, at)))
            .then((Parser<Boolean>) ConditionPhrases::withoutAmount);

    /** "three doses of 2 mL": how many of them there are, unless it is told in what time. */
    private static final Pattern COUNT_OF_DOSES = Pattern.begin()
            .then((Parser<Boolean>) (tokens, at) -> RangeParser.plain(tokens, at)
                    .filter(n -> n.value().isSingle() && n.value().most().compareTo(BigDecimal.ONE) > 0)
                    .map(n -> n.map(x -> true)))
            .then(
                    "doses of | injections of | infusions of | separate doses of | single doses of | consecutive doses of")
            .before((Parser<Boolean>) (tokens, at) -> DoseParser.DOSE
                    .parse(tokens, at)
                    .filter(d -> d.value().first().perTime().isEmpty())
                    .filter(d -> !RecurrenceParser.RECURRENCE.at(tokens, d.to()))
                    .map(d -> d.map(x -> true)));

    /** "5 mg/kg for the first infusion and 10 mg/kg for subsequent infusions": for which of several doses an amount is. */
    private static final Pattern FOR_WHICH_DOSE = Pattern.words("for | with | at")
            .maybe("the | each | all | any")
            .then(
                    "first | second | third | fourth | next | subsequent | following | later | final | initial | each | remaining")
            .then("""
                dose | doses | infusion | infusions | injection | injections | cycle | cycles | course | courses |
                administration | administrations | treatment | treatments\
                """)
            .notBefore(Phrases.words("of"));

    /** "on the second day", "from the third week": a day of the treatment that is told by its number in order. */
    private static final Pattern ORDINAL_DAY = Pattern.words("""
                    on the | from the | starting on the | beginning on the | starting from the | until the | by the | during the |
                    in the | for the | of the | and | the\
                    """)
            .then(
                    "second | third | fourth | fifth | sixth | seventh | eighth | tenth | last | final | following | next")
            .then("day | week | month | night | days | evening | morning")
            .maybe(
                    "of treatment | of therapy | of the menstrual cycle | of the cycle | of menstruation | of the period")
            .maybe(Pattern.words("of the oral | of the")
                    .then("lead - in | run - in | induction | loading | titration")
                    .maybe("phase | period"));

    /** "doses of up to 3 g daily have been used": what is told as practice, not as advice, goes with the dose. */
    private static final Pattern PRACTICE = Pattern.words("have been | has been")
            .maybe("commonly | successfully | often | also | sometimes | typically | frequently | generally | widely")
            .then(
                    "used | suggested | recommended | prescribed | proposed | shown to be effective | found to be effective | found effective");

    /** "repeated as needed": how often is left to the need. */
    private static final Pattern AS_OFTEN_AS_NEEDED = Pattern.begin()
            .maybe("and | which may be | may be | can be")
            .then("repeated | repeat | reapplied | reapply | renewed")
            .then("as needed | if needed | as necessary | if necessary | as required | if required | when needed");

    private static final Phrases<Boolean> FOR_EVER = Phrases.words(
            "indefinitely | for life | lifelong | life - long | for the rest of life | continued indefinitely");

    /** "rounded to the nearest 5 mg", "rounded up to the nearest whole tablet". */
    private static final Pattern ROUNDED = Pattern.words("rounded")
            .maybe("up | down")
            .then("to the nearest")
            .maybe("whole | half | available | full")
            .then((Parser<Boolean>) (tokens, at) -> DoseParser.DOSE
                    .parse(tokens, at)
                    .map(d -> d.map(x -> true))
                    .or(() -> DoseUnit.COUNTED.parse(tokens, at).map(u -> u.map(x -> true))));

    private static final Pattern TOTAL = Pattern.words(
                    "up to a total of | to a total of | for a total of | up to | to a maximum of")
            .then(DoseParser.DOSE, Dose::isCounted);

    /** "if uric acid stays above 6 mg/dL", "until the INR is at least 2.0": a case that is told by what was measured. */
    private static final Pattern MEASURED = Pattern.words(
                    "if | when | once | until | whenever | provided that | as long as | with | with a | where | after | for")
            .then((Parser<Boolean>) ConditionPhrases::measurement);

    private static final Phrases<Boolean> COMPARED = Phrases.words("""
        above | below | under | over | exceeds | exceed | exceeding | less than | more than | greater than | higher than |
        lower than | at least | at or above | at or below | ≥ | ≤ | > | < | falls to | rises to | reaches\
        """);

    private static final Phrases<Boolean> SCALES = Phrases.words("""
        % | mg / dl | g / dl | mmol / l | umol / l | pg / ml | ng / ml | ng / dl | mm hg | mmhg | bpm | beats per minute |
        cells / mm3 | / mm3 | / ul | ° c | x uln | times uln | times the upper limit of normal\
        """);

    /** "no earlier than 3 days", "not more often than every four weeks", "do not give for longer than 24 hours": a limit of time. */
    private static final Pattern LIMIT_OF_TIME = Pattern.begin()
            .maybe("but | and | which | it | this | treatment | total course | the total course | repeat | repeated")
            .many("do | does | should | must | may | can | is | are | to be | be | usually | normally | generally")
            .then("not | never | no")
            .many("""
                be | to be | usually | normally | generally | repeated | given | taken | used | continued | apply | give | take | use |
                repeat | increased | applied | administered | continue | it | to\
                """)
            .maybe("for | before | after | within | sooner")
            .then("""
                longer than | more than | earlier than | sooner than | more often than | more frequently than | less than |
                oftener than | longer | later than | fewer than\
                """)
            .maybe("once | twice")
            .then((Parser<Boolean>) ConditionPhrases::stretch)
            .notBefore(Phrases.words("in | for"));

    /** "on non-dialysis days": the rhythm is that of something else. */
    private static final Pattern ON_DAYS_OF = Pattern.words("on | on the")
            .maybe("non -")
            .then(
                    "dialysis | hemodialysis | haemodialysis | treatment | infusion | chemotherapy | injection | training")
            .then("days");

    /** "for 6 cycles", "repeated for up to 4 further doses": a course that is counted in something else than time. */
    private static final Pattern COUNTED_COURSE = Pattern.begin()
            .maybe("repeated | repeat | continued")
            .then("for | for up to | for a total of | for a maximum of | for at least")
            .then(RangeParser.RANGE)
            .maybe("further | more | additional | consecutive | treatment | weekly | monthly | chemotherapy")
            .then(
                    "cycles | cycle | courses | sessions | treatments | infusions | injections | further doses | more doses")
            .notBefore(Phrases.words("of"));

    /** "continue for 48 hours after the symptoms are gone": how long is not told by that length alone. */
    private static final Pattern CONTINUED = Pattern.begin()
            .maybe("and | then | should be | must be | may be")
            .then("continue | continued | continuing | continue treatment | continue therapy")
            .maybe("for at least | for | at least | for up to")
            .then(ExtentParser.EXTENT)
            .then("after | following | beyond | past")
            .then(RemarkParser.CONTENT)
            .many(RemarkParser.CONTENT)
            .notBefore(RemarkParser.GOES_ON);

    /** "repeated after an interval of at least 4 hours", "at least 6 hours apart". */
    private static final Pattern INTERVAL = Pattern.begin()
            .maybe(Phrases.words("which may be | may be | can be | and | or"))
            .then("""
                repeated after an interval of | repeated at intervals of | repeat after an interval of | after an interval of |
                at intervals of | with an interval of | with intervals of | repeated if necessary after | repeated if needed after |
                repeat if necessary after | repeat if needed after\
                """)
            .maybe("at least | not less than | no less than")
            .then(ExtentParser.EXTENT);

    /** "625 mg (of the 125 mg/mL suspension)": which preparation an amount is of. */
    private static final Pattern PREPARATION = Pattern.words("of the | of a | using the | as the | with the")
            .then(DoseParser.DOSE, Dose::foreign)
            .then(PREPARATIONS);

    /** "75 mg/m² instead of 100 mg/m²": what is given in other cases, told behind all else. */
    private static final Pattern IN_PLACE_OF = Pattern.words("instead of | rather than")
            .then(DoseParser.DOSE)
            .notBefore((Parser<Boolean>) (tokens, at) -> tokens.has(at) && !tokens.is(at, ".", ")")
                    ? Optional.of(new Reading<>(true, at, at + 1))
                    : Optional.empty());

    /** "in 20 mL of glucose 5%", "[5 mg/kg] in 2 mL/kg": what an amount is given in. Without a fluid it may tell how strong a preparation is. */
    private static final Pattern IN_FLUID = Pattern.words("in | diluted in | dissolved in | made up in | made up to")
            .then(DoseParser.DOSE, ConditionPhrases::isVolume)
            .maybe("of")
            .maybe("a compatible | compatible")
            .then("""
                glucose | dextrose | sodium chloride | nacl | saline | normal saline | water | water for injection | diluent |
                water for injections | fluid | infusion fluid | ringer's lactate | lactated ringer's\
                """)
            .maybe((Parser<Dose>)
                    (tokens, at) -> DoseParser.DOSE.parse(tokens, at).filter(d -> isStrength(d.value())));

    private static final Pattern IN_VOLUME = Pattern.words("in").then(DoseParser.DOSE, ConditionPhrases::isVolume);

    private static final Phrases<Boolean> KNOWLEDGE = Phrases.words("""
        safety | the safety | efficacy | the efficacy | effectiveness | the effectiveness | its safety | its efficacy |
        its effectiveness | long - term safety | experience | evidence\
        """);

    private static final Phrases<Boolean> ESTABLISHED = Phrases.words("""
        established | studied | evaluated | determined | proven | assessed | confirmed | demonstrated | known | limited\
        """);

    private static final int LONGEST_CLAUSE = 16;

    /** "but its efficacy in this age group hasn't been established": what is not known forbids nothing, and should be told. */
    private static final Pattern UNCERTAIN = Pattern.words("but | although | though | however")
            .maybe(",")
            .then((Parser<Boolean>) ConditionPhrases::uncertainty);

    /** "one tablet (2800 BAU)", "one capsule (containing 4 billion CFU)": how strong a counted form is, in a unit that no amount has. */
    private static final Parser<Boolean> POTENCY = ConditionPhrases::potency;

    private static final List<Parser<Boolean>> KINDS = List.of(
            OPEN_END,
            EACH_PLACE,
            VAGUE_TIME,
            STAYS,
            REMOVED,
            SECONDS,
            WHICH_DOSE,
            COUNT_OF_DOSES,
            FOR_WHICH_DOSE,
            ORDINAL_DAY,
            ROUNDED,
            AS_OFTEN_AS_NEEDED,
            FOR_EVER,
            PRACTICE,
            FURTHER_DOSE,
            CONTINUED,
            MEASURED,
            ConditionPhrases::measuredBracket,
            ON_DAYS_OF,
            LIMIT_OF_TIME,
            COUNTED_COURSE,
            INTERVAL,
            PREPARATION,
            IN_PLACE_OF,
            IN_FLUID,
            ConditionPhrases::volumeOfWeighed,
            UNCERTAIN,
            POTENCY);

    private ConditionPhrases() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        Reading<Boolean> longest = null;
        for (Parser<Boolean> kind : KINDS) {
            Optional<Reading<Boolean>> read = kind.parse(tokens, at);
            if (read.isPresent() && (longest == null || read.get().to() > longest.to())) {
                longest = read.get();
            }
        }
        return Optional.ofNullable(longest).map(r -> r.map(x -> new Mention.OfCondition()));
    }

    /** A bracket of a measured case beside other words: "(for sessions ≤ 4 hours)", "(marked loss of weight within 6 months)". */
    private static Optional<Reading<Boolean>> measuredBracket(Tokens tokens, int at) {
        return Optional.of(at)
                .filter(open -> open > 0
                        && tokens.is(open, "(")
                        && tokens.has(open + 1)
                        && !SentenceTiler.isConstruct(tokens, open + 1))
                .flatMap(open -> measured(tokens, open + 1))
                .filter(m -> m.value().told() && tokens.is(m.to(), ")"))
                .map(m -> new Reading<>(true, at, m.to() + 1));
    }

    private static Optional<Reading<Boolean>> measurement(Tokens tokens, int at) {
        boolean rhythm = RecurrenceParser.RECURRENCE.at(tokens, at - 1);
        return measured(tokens, at)
                .filter(m -> !rhythm && m.value().values() > 0 && !tokens.is(m.to(), "("))
                .map(m -> m.map(x -> true));
    }

    /**
     * What a clause measures.
     *
     * @param values how many values it compares with
     * @param told whether it has words that are no mere links
     */
    private record Measured(int values, boolean told) {}

    /**
     * To the end of the clause: words, times, and a number only behind a comparison or in a laboratory's unit; what tells a band of patients has
     * a slot of its own.
     */
    private static Optional<Reading<Measured>> measured(Tokens tokens, int at) {
        int i = at;
        int values = 0;
        int times = 0;
        boolean told = false;
        while (!isEnd(tokens, i) && !tokens.is(i, "(")) {
            int from = i;
            Optional<Integer> value = i > at ? value(tokens, i) : Optional.empty();
            Optional<Integer> time = stretch(tokens, i).filter(x -> from > at).map(Reading::to);
            if (value.isPresent()) {
                i = value.get();
                values++;
            } else if (time.isPresent()) {
                i = time.get();
                times++;
            } else if (isClauseWord(tokens, i)) {
                told |= !InertWords.INERT.at(tokens, i);
                i++;
            } else {
                return Optional.empty();
            }
            boolean amount = DoseParser.DOSE
                    .parse(tokens, i)
                    .filter(d -> !d.value().foreign())
                    .isPresent();
            if (amount || GroupParser.GROUP.at(tokens, i - 1)) {
                return Optional.empty();
            }
        }
        return values + times > 0 ? Optional.of(new Reading<>(new Measured(values, told), at, i)) : Optional.empty();
    }

    private static boolean isClauseWord(Tokens tokens, int at) {
        boolean dash =
                tokens.is(at, "-") && tokens.has(at + 1) && tokens.get(at + 1).isWord();
        boolean word = tokens.get(at).isWord() && tokens.number(at).isEmpty();
        return (dash || word)
                && !RemarkParser.NEVER.at(tokens, at)
                && !NameBook.get().isDrug(tokens.word(at));
    }

    /** Behind a number with what it is compared by, or with the unit of a laboratory. */
    private static Optional<Integer> value(Tokens tokens, int at) {
        Optional<Integer> compared = COMPARED.parse(tokens, at).map(Reading::to);
        int number = compared.orElse(at);
        return DoseParser.DOSE
                .parse(tokens, number)
                .filter(d -> d.value().foreign())
                .map(Reading::to)
                .or(() -> RangeParser.RANGE
                        .parse(tokens, number)
                        .filter(r -> compared.isPresent() || SCALES.at(tokens, r.to()))
                        .map(r -> SCALES.parse(tokens, r.to()).map(Reading::to).orElse(r.to())));
    }

    /**
     * To the end of the clause: words and times, and neither a denial, another drug nor an amount other than the total ("repeat every 5 minutes
     * up to a total of 3 tablets"). "Repeated every 21 days" alone is a rhythm.
     */
    private static Optional<Reading<Boolean>> withoutAmount(Tokens tokens, int at) {
        Optional<Reading<Recurrence>> rhythm = RecurrenceParser.RECURRENCE.parse(tokens, at);
        if (rhythm.filter(r -> isEnd(tokens, r.to())).isPresent()) {
            return Optional.empty();
        }
        int i = at;
        boolean timed = false;
        while (!isEnd(tokens, i)) {
            int from = i;
            Optional<Reading<Boolean>> time = stretch(tokens, i)
                    .or(() -> EventParser.EVENT.parse(tokens, from).map(e -> e.map(x -> true)))
                    .or(() -> TOTAL.parse(tokens, from));
            boolean word = tokens.get(i).isWord() && tokens.number(i).isEmpty() || tokens.is(i, "-");
            if (time.isEmpty()
                    && (!word
                            || RemarkParser.NEVER.at(tokens, i)
                            || NameBook.get().isDrug(tokens.word(i)))) {
                return Optional.empty();
            }
            timed |= time.isPresent();
            i = time.map(Reading::to).orElse(i + 1);
        }
        return timed ? Optional.of(new Reading<>(true, at, i)) : Optional.empty();
    }

    private static boolean isEnd(Tokens tokens, int at) {
        return !tokens.has(at) || tokens.is(at, ".", ";", ",", ")");
    }

    private static Optional<Reading<Boolean>> volumeOfWeighed(Tokens tokens, int at) {
        return tokens.is(at - 1, "kg") ? IN_VOLUME.parse(tokens, at) : Optional.empty();
    }

    private static boolean isVolume(Dose dose) {
        return dose.amounts().stream()
                .allMatch(a -> a.unit().equals("mL") && a.perTime().isEmpty());
    }

    private static boolean isStrength(Dose dose) {
        return dose.amounts().stream().allMatch(a -> a.unit().equals("%"));
    }

    private static boolean isShort(Extent extent) {
        return extent.unit().equals("min") || extent.unit().equals("s");
    }

    private static Optional<Reading<Boolean>> stretch(Tokens tokens, int at) {
        return ExtentParser.EXTENT.parse(tokens, at).map(e -> e.map(x -> true)).or(() -> EveryParser.EVERY
                .parse(tokens, at)
                .map(e -> e.map(x -> true)));
    }

    /** Whether an amount follows with nothing but light words and a maximum's between. */
    private static Optional<Reading<Boolean>> leadsToAmount(Tokens tokens, int at) {
        int i = tokens.is(at, "(") ? at + 1 : at;
        while (i < at + FARTHEST_AMOUNT) {
            Optional<Reading<Dose>> dose = DoseParser.DOSE.parse(tokens, i);
            if (dose.isPresent()) {
                return dose.map(d -> d.map(x -> true));
            }
            int from = i;
            Optional<Integer> light = InertWords.INERT
                    .parse(tokens, i)
                    .map(Reading::to)
                    .or(() -> CeilingParser.CEILING.parse(tokens, from).map(Reading::to));
            if (light.isEmpty()) {
                return Optional.empty();
            }
            i = light.get();
        }
        return Optional.empty();
    }

    private static Optional<Reading<Boolean>> uncertainty(Tokens tokens, int at) {
        Optional<Reading<Boolean>> subject = KNOWLEDGE.parse(tokens, at);
        int end = subject.map(Reading::to).orElse(-1);
        int last = -1;
        boolean clause = subject.isPresent();
        for (int i = end; clause && i < at + LONGEST_CLAUSE; i++) {
            clause = tokens.has(i)
                    && (tokens.get(i).isWord() || tokens.is(i, "-", "/"))
                    && tokens.number(i).isEmpty()
                    && !tokens.is(i, "but", "only", "unless", "except", "without", "than", "and");
            last = clause && last < 0 && ESTABLISHED.at(tokens, i) ? i + 1 : last;
            end = clause ? i + 1 : i;
        }
        boolean closed = !tokens.has(end) || tokens.is(end, ".", ",", ";", ")");
        return last > 0 && closed ? Optional.of(new Reading<>(true, at, end)) : Optional.empty();
    }

    /** A bracket behind a counted form that opens with a number and a word that is no unit of dose or time, and states nothing else. */
    private static Optional<Reading<Boolean>> potency(Tokens tokens, int at) {
        boolean counted = tokens.is(at, "(")
                && DoseUnit.COUNTED.at(tokens, at - 1)
                && NumberParser.NUMBER.parse(tokens, at - 2).isPresent();
        if (!counted) {
            return Optional.empty();
        }
        int i = tokens.is(at + 1, "containing", "contains") ? at + 2 : at + 1;
        Optional<Reading<Range>> number = RangeParser.plain(tokens, i);
        int unit = number.map(Reading::to).orElse(i);
        boolean named = number.isPresent()
                && tokens.has(unit)
                && tokens.get(unit).isWord()
                && tokens.raw(unit).length() > 1
                && tokens.raw(unit).equals(tokens.raw(unit).toUpperCase(java.util.Locale.ROOT));
        if (!named) {
            return Optional.empty();
        }
        int end = unit + 1;
        while (tokens.has(end) && !tokens.is(end, ")") && isPartOfPotency(tokens, end)) {
            end++;
        }
        return tokens.is(end, ")") ? Optional.of(new Reading<>(true, at, end + 1)) : Optional.empty();
    }

    private static boolean isPartOfPotency(Tokens tokens, int at) {
        return tokens.is(at, "-", ",") || RemarkParser.isContent(tokens, at);
    }
}
