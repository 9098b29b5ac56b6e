package org.w3id.materia.extract.dosing;

import java.util.Optional;
import org.w3id.materia.extract.DoseStatement.Stage;

/** Words for the part of a treatment: "initial dose", "loading dose", "maintenance", "single dose", "premedication". */
final class StageParser implements Parser<Stage> {
    static final StageParser STAGE = new StageParser();

    static final Phrases<Boolean> PREMEDICATION = Phrases.words("""
            premedication | premedicate | preoperative medication | preanesthetic medication |
            preanesthetic | pre - medication | premedicated""");

    private static final Phrases<Stage> WORDS = new Phrases<Stage>()
            .with(Stage.INITIAL, """
                initial | initially | initial dose | initial doses | initiation | induction | first dose |
                starting dose | starting doses | initiating dose | initiating doses | starting dosage | starting point | starting oral dose\
                """)
            .with(Stage.INITIAL, """
                    lead - in | starting daily dose | low starting dose | starting regimen | start with |
                    start at | starts with | starts at | starts around | starts from | started at""")
            .with(Stage.INITIAL, """
                    started with | started on | starting with | starting at | starting from | begin with |
                    begins with | begin at | begins at | beginning with | beginning at | initiated with""")
            .with(Stage.INITIAL, """
                    initiated at | initiate with | initiate at | initiating at | start on | starts low |
                    to begin with | to start with | starts as | begins around | start around | may start | infusion starts | starts slowly""")
            .with(Stage.LOADING, """
                    loading | loading dose | bolus | loading doses | bolus dose | bolus injection""")
            .with(Stage.MAINTENANCE, """
                target dose | target dosage | target daily dose | continuation | continued therapy | maintenance | maintenance dose | maintenance dosage |
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

    private StageParser() {}

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
        return WORDS.parse(tokens, at);
    }
}
