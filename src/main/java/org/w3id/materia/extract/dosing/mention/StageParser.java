package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import java.util.stream.IntStream;
import org.w3id.materia.extract.dosing.amount.ApplicationParser;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.grammar.InertWords;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.DoseStatement.Stage;

/** Words for the part of a treatment: "initial dose", "loading dose", "maintenance", "single dose", "premedication". */
public final class StageParser implements Parser<Stage> {
    static final StageParser STAGE = new StageParser();

    private static final String PREMEDICATION_WORDS = """
        premedication | premedicate | preoperative medication | preanesthetic medication | preanesthetic | pre - medication |
        premedicated\
        """;

    public static final Phrases<Boolean> PREMEDICATION = Phrases.words(PREMEDICATION_WORDS);

    /** What names a part of the treatment wherever it stands. */
    private static final Phrases<Stage> ANYWHERE = new Phrases<Stage>()
            .with(Stage.INITIAL, """
                initial | initially | initiation | induction | lead - in | first dose | at first | starting point | to begin with |
                to start with | may start | infusion starts | starts low | starts slowly | start with | starting with |
                at the start of treatment | at the start of therapy | at the beginning of treatment | at the beginning of therapy\
                """)
            .with(Stage.LOADING, "loading | bolus | bolus dose | bolus injection")
            .with(Stage.MAINTENANCE, """
                maintenance | continuation | maintained on | maintained at | maintained with | maintain on | maintain at | a target of\
                """)
            .with(Stage.SINGLE, """
                one - time | once only | one dose only | one single dose | for 1 dose | for one dose | x 1 dose | for a single dose\
                """)
            .with(Stage.PREMEDICATION, PREMEDICATION_WORDS);

    /** What names one before a word for a dose: "starting adult dose", "single oral dose", "target daily dose". */
    private static final Phrases<Stage> OF_DOSE = new Phrases<Stage>()
            .with(Stage.INITIAL, "starting | initiating | beginning | introductory")
            .with(Stage.MAINTENANCE, "target | continued")
            .with(Stage.SINGLE, "single");

    /** What may be induced without being a part of the treatment: "ovulation induction", "induction of labour". */
    private static final Phrases<Boolean> INDUCED = Phrases.words("""
        ovulation | labor | labour | spermatogenesis | lactation | puberty | abortion | emesis | vomiting | diuresis | menstruation |
        withdrawal bleeding | follicular\
        """);

    private static final Phrases<Boolean> DOSES = Phrases.words("""
        dose | doses | dosage | dosages | dosing | regimen | amount | schedule | therapy | treatment | rate | injection | infusion | bolus |
        administration | application\
        """);

    private static final Phrases<Boolean> BEGIN = Phrases.words("""
            start | starts | started | starting | begin | begins | begun | beginning | commence | commences | commenced |
            commencing | initiate | initiates | initiated | initiating""");

    private static final Phrases<Boolean> WITH =
            Phrases.words("with | at | on | from | around | as | by taking | using");

    private static final Phrases<Boolean> LOW_END =
            Phrases.words("at the lower end | at the low end | at the lowest dose | with the lowest dose");

    private static final int FARTHEST_AMOUNT = 8;
    private static final int FARTHEST_DOSE = 6;

    /** Behind "once" where it is a number, and no rhythm follows. */
    private static final Phrases<Boolean> ENDS =
            Phrases.words(", | . | ; | ) | followed by | then | and then | on day");

    private static final int LONGEST_AMOUNT = 8;

    private StageParser() {}

    /** "30 mg/kg once, followed by …": directly behind an amount. */
    private static boolean isBehindAmount(Tokens tokens, int at) {
        return IntStream.range(Math.max(0, at - LONGEST_AMOUNT), at).anyMatch(i -> DoseParser.DOSE
                .parse(tokens, i)
                .filter(d -> d.to() == at)
                .isPresent());
    }

    /** "treatment starts with a low dose of 5 mg", "therapy is commenced at 10 mg": an amount with which it begins, not a day. */
    private static Optional<Reading<Stage>> beginning(Tokens tokens, int at) {
        return BEGIN.parse(tokens, at).flatMap(b -> {
            Optional<Reading<Boolean>> low = LOW_END.parse(tokens, b.to());
            if (low.isPresent()) {
                return low.map(l -> new Reading<>(Stage.INITIAL, at, l.to()));
            }
            int i = b.to();
            int with = -1;
            while (i < at + FARTHEST_AMOUNT && !isAmount(tokens, i)) {
                Optional<Reading<Boolean>> preposition = WITH.parse(tokens, i);
                with = with < 0 ? preposition.map(Reading::to).orElse(-1) : with;
                int place = i;
                Optional<Integer> light = preposition
                        .map(Reading::to)
                        .or(() -> InertWords.INERT.parse(tokens, place).map(Reading::to));
                if (light.isEmpty() && !tokens.is(i, "(", ",")) {
                    return Optional.empty();
                }
                i = light.orElse(i + 1);
            }
            boolean amount = i < at + FARTHEST_AMOUNT && !tokens.is(i - 1, "after", "within");
            boolean direct = with == b.to() || with < 0 && i == b.to();
            return amount && (with > 0 || i == b.to() || tokens.is(b.to(), "low"))
                    ? Optional.of(new Reading<>(Stage.INITIAL, at, direct && with > 0 ? with : b.to()))
                    : Optional.empty();
        });
    }

    private static boolean isAmount(Tokens tokens, int at) {
        return DoseParser.DOSE.at(tokens, at) || ApplicationParser.APPLICATION.at(tokens, at);
    }

    /** Whether an amount or a word for a dose follows, with nothing but other stages, routes, patients and light words between. */
    private static boolean isOfDose(Tokens tokens, int at) {
        int i = at;
        while (i < at + FARTHEST_DOSE) {
            if (tokens.number(i).isPresent() || DOSES.at(tokens, i)) {
                return true;
            }
            int place = i;
            Optional<Integer> light = RouteParser.ROUTE
                    .parse(tokens, i)
                    .map(Reading::to)
                    .or(() -> ANYWHERE.parse(tokens, place).map(Reading::to))
                    .or(() -> GroupParser.GROUP.parse(tokens, place).map(Reading::to))
                    .or(() -> InertWords.INERT.parse(tokens, place).map(Reading::to));
            if (light.isEmpty() && !tokens.is(i, "(", ")", "daily")) {
                return false;
            }
            i = light.orElse(i + 1);
        }
        return false;
    }

    @Override
    public Optional<Reading<Stage>> parse(Tokens tokens, int at) {
        if (tokens.is(at, "once") && (!tokens.has(at + 1) || ENDS.at(tokens, at + 1)) && isBehindAmount(tokens, at)) {
            return Optional.of(new Reading<>(Stage.SINGLE, at, at + 1));
        }
        boolean purpose = tokens.is(at, "induction")
                && (INDUCED.at(tokens, at - 1) || tokens.is(at + 1, "of") && INDUCED.at(tokens, at + 2));
        return ANYWHERE.parse(tokens, at)
                .filter(s -> !purpose)
                .or(() -> OF_DOSE.parse(tokens, at).filter(s -> isOfDose(tokens, s.to())))
                .or(() -> beginning(tokens, at));
    }
}
