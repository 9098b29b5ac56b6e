package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
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

    public static final Phrases<Boolean> PREMEDICATION = Phrases.words("""
            premedication | premedicate | preoperative medication | preanesthetic medication |
            preanesthetic | pre - medication | premedicated""");

    private static final Phrases<Stage> WORDS = new Phrases<Stage>()
            .with(Stage.INITIAL, """
                initial | initially | initial dose | initial doses | initiation | induction | first dose |
                starting dose | starting doses | initiating dose | initiating doses | starting dosage | starting point | starting oral dose\
                """)
            .with(Stage.INITIAL, """
                    lead - in | starting daily dose | low starting dose | starting regimen | to begin with | to start with |
                    may start | infusion starts | starts low | starts slowly | starting total daily dose | start with |
                    starting with\
                    """)
            .with(Stage.LOADING, """
                    loading | loading dose | bolus | loading doses | bolus dose | bolus injection""")
            .with(Stage.MAINTENANCE, """
                target dose | target dosage | target daily dose | continuation | continued therapy | maintained on | maintained at | maintain on | maintain at | maintenance | maintenance dose | maintenance dosage |
                maintenance therapy\
                """)
            .with(Stage.SINGLE, """
                    single dose | single oral dose | one - time | one - time dose | once only | single injection |
                    single intramuscular dose | single intravenous dose | single one - time dose""")
            .with(Stage.SINGLE, "for 1 dose | for one dose | x 1 dose | for a single dose | as a one - time dose")
            .with(Stage.SINGLE, "one dose only | one single dose | single subcutaneous injection")
            .with(Stage.PREMEDICATION, """
            premedication | premedicate | preoperative medication | preanesthetic medication |
            preanesthetic | pre - medication | premedicated""");

    private static final Phrases<Boolean> BEGIN = Phrases.words("""
            start | starts | started | starting | begin | begins | begun | beginning | commence | commences | commenced |
            commencing | initiate | initiates | initiated | initiating""");

    private static final Phrases<Boolean> WITH =
            Phrases.words("with | at | on | from | around | as | by taking | using");

    private static final Phrases<Boolean> LOW_END =
            Phrases.words("at the lower end | at the low end | at the lowest dose | with the lowest dose");

    private static final int FARTHEST_AMOUNT = 8;

    private StageParser() {}

    /** "treatment starts with a low dose of 5 mg", "therapy is commenced at 10 mg": an amount with which it begins, not a day. */
    private static Optional<Reading<Stage>> beginning(Tokens tokens, int at) {
        return BEGIN.parse(tokens, at).flatMap(b -> {
            Optional<Reading<Boolean>> low = LOW_END.parse(tokens, b.to());
            if (low.isPresent()) {
                return low.map(l -> new Reading<>(Stage.INITIAL, at, l.to()));
            }
            int i = b.to();
            int with = -1;
            while (i < at + FARTHEST_AMOUNT && DoseParser.DOSE.parse(tokens, i).isEmpty()) {
                Optional<Reading<Boolean>> preposition = WITH.parse(tokens, i);
                with = with < 0 ? preposition.map(Reading::to).orElse(-1) : with;
                int place = i;
                Optional<Integer> light = preposition
                        .map(Reading::to)
                        .or(() -> InertWords.INERT.parse(tokens, place).map(Reading::to));
                if (light.isEmpty() && !tokens.is(i, "(")) {
                    return Optional.empty();
                }
                i = light.orElse(i + 1);
            }
            boolean amount = i < at + FARTHEST_AMOUNT && !tokens.is(i - 1, "after", "within");
            boolean direct = with == b.to() || with < 0 && i == b.to();
            return amount && (with > 0 || i == b.to())
                    ? Optional.of(new Reading<>(Stage.INITIAL, at, direct && with > 0 ? with : b.to()))
                    : Optional.empty();
        });
    }

    /** "single 5 mg", "single subcutaneous (SubQ) injection", but not "single agent". */
    private static boolean isOneDose(Tokens tokens, int at) {
        for (int t = at; t < at + 6; t++) {
            if (tokens.number(t).isPresent() || tokens.is(t, "dose", "injection", "infusion", "bolus")) {
                return true;
            }
            if (t > at && RouteParser.ROUTE.parse(tokens, t - 1).isEmpty() && !tokens.is(t - 1, "(", ")")) {
                return false;
            }
        }
        return false;
    }

    @Override
    public Optional<Reading<Stage>> parse(Tokens tokens, int at) {
        if (tokens.is(at, "single") && isOneDose(tokens, at + 1)) {
            return Optional.of(new Reading<>(Stage.SINGLE, at, at + 1));
        }
        if (tokens.is(at, "continued") && tokens.is(at + 2, "therapy", "treatment")) {
            return Optional.of(new Reading<>(Stage.MAINTENANCE, at, at + 1));
        }
        return WORDS.parse(tokens, at).or(() -> beginning(tokens, at));
    }
}
