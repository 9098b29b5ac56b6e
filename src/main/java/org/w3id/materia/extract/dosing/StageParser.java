package org.w3id.materia.extract.dosing;

import java.util.Optional;
import org.w3id.materia.extract.DoseStatement.Stage;

/** Words for the part of a treatment: "initial dose", "loading dose", "maintenance", "single dose", "premedication". */
final class StageParser implements Parser<Stage> {
    static final StageParser STAGE = new StageParser();

    private static final Phrases<Stage> WORDS = new Phrases<Stage>()
            .with(
                    Stage.INITIAL,
                    "initial",
                    "initially",
                    "starting",
                    "starts",
                    "start",
                    "started",
                    "begins",
                    "begin",
                    "initiation")
            .with(
                    Stage.INITIAL,
                    "starting point",
                    "beginning",
                    "initiated",
                    "initiate",
                    "induction",
                    "initial dose",
                    "initiating")
            .with(
                    Stage.INITIAL,
                    "first dose",
                    "lead - in",
                    "starting dose",
                    "begin with",
                    "starts with",
                    "initial doses")
            .with(Stage.LOADING, "loading", "loading dose", "bolus", "loading doses", "bolus dose", "bolus injection")
            .with(Stage.MAINTENANCE, "maintenance", "maintenance dose", "maintenance dosage", "maintenance therapy")
            .with(
                    Stage.SINGLE,
                    "single dose",
                    "single oral dose",
                    "one - time",
                    "one - time dose",
                    "once only",
                    "single injection")
            .with(
                    Stage.SINGLE,
                    "single intramuscular dose",
                    "single intravenous dose",
                    "single one - time dose",
                    "single")
            .with(Stage.SINGLE, "one dose only", "one single dose", "single subcutaneous injection")
            .with(
                    Stage.PREMEDICATION,
                    "premedication",
                    "premedicate",
                    "preoperative medication",
                    "preanesthetic medication")
            .with(Stage.PREMEDICATION, "preanesthetic", "pre - medication", "premedicated");

    private StageParser() {}

    @Override
    public Optional<Reading<Stage>> parse(Tokens tokens, int at) {
        return WORDS.parse(tokens, at);
    }
}
