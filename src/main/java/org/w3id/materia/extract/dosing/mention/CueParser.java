package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import java.util.stream.IntStream;
import org.w3id.materia.extract.dosing.amount.CeilingParser;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.amount.DoseUnit;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Pattern;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention.Joint;
import org.w3id.materia.extract.dosing.rhythm.RecurrenceParser;
import org.w3id.materia.extract.fact.DoseStatement.Stage;

/** Words that say what the amounts around them are: changes, steps, sequences, joints. */
final class CueParser implements Parser<Mention> {
    static final CueParser CUE = new CueParser();

    private static final Phrases<Mention> WORDS = new Phrases<Mention>()
            .with(new Mention.OfChange(), """
                increase | increased | increasing | increases | titrate | titrated | titrating | titration |
                reduce | reduced | reducing | decrease | decreased | decreasing | raised | raise | lowered |
                escalation | rising | rises | tapered | taper | adjust | adjusted | escalated | up - titrated | uptitrated |
                increments | gradual increase | gradual increases | adjustments | adjustment |
                dose adjustments | adjusting | adjusts | increase the dose | reduction | escalating | dosage adjustments | reducing to | upward titration\
                """)
            .with(new Mention.OfStep(), """
                    increments of | increment of | steps of | decrements of | by increments of | in increments of |
                    in steps of | increases of | decreases of | adjustments of | increments of up to |
                    in increments of up to | by up to | by no more than | by about | by approximately""")
            .with(new Mention.OfSequence(), """
                    then | and then | followed by | thereafter | afterwards | subsequently | after that |
                    and thereafter | then followed by | followed by either | and subsequently""")
            .with(new Mention.OfJoint(Joint.AND), "and | plus | & | as well as | + | combined with")
            .with(new Mention.OfJoint(Joint.OR), "or | or else | or alternatively | alternatively")
            .with(new Mention.OfJoint(Joint.COMMA), ", | -")
            .with(new Mention.OfJoint(Joint.SLASH), "/ | and / or")
            .with(new Mention.OfJoint(Joint.COLON), ":")
            .with(new Mention.OfJoint(Joint.SEMICOLON), ";")
            .with(new Mention.OfJoint(Joint.BUT), "but | while | whereas")
            .with(new Mention.OfJoint(Joint.OPEN), "( | [")
            .with(new Mention.OfJoint(Joint.CLOSE), ") | ]")
            .with(new Mention.OfJoint(Joint.STOP), ". | ! | ?")
            .with(new Mention.OfApplying(), "apply | applied | applying | application");

    /** "until a maintenance dose of 20 mg daily is reached": what a change aims at. */
    private static final Pattern TARGET = Pattern.words("until a | until the | until an")
            .many(
                    "suitable | maintenance | target | final | effective | optimal | desired | full | stable | satisfactory")
            .then("dose | dosage")
            .many("of | , | typically | usually | generally | between | around | about | approximately")
            .before(DoseParser.DOSE);

    private CueParser() {}

    private static boolean isReached(Tokens tokens, int dose) {
        int behind = DoseParser.DOSE.parse(tokens, dose).map(Reading::to).orElse(dose);
        int i = RecurrenceParser.RECURRENCE
                .parse(tokens, behind)
                .map(Reading::to)
                .orElse(behind);
        i = tokens.is(i, ",") ? i + 1 : i;
        return tokens.is(i, "is", "has")
                && (tokens.is(i + 1, "reached", "achieved", "attained") || tokens.is(i + 1, "been"));
    }

    /** "halved to 5 mg", "doubled every two weeks to a maximum of 20 mg": a factor, where the amount is told too. */
    private static boolean isChangeTo(Tokens tokens, int at) {
        if (!tokens.is(at, "halved", "doubled", "tripled", "cut", "dropped", "brought")) {
            return false;
        }
        int i = RecurrenceParser.RECURRENCE
                .parse(tokens, at + 1)
                .map(Reading::to)
                .orElse(at + 1);
        i = tokens.is(i, "up", "down") ? i + 1 : i;
        return DoseParser.DOSE.at(tokens, tokens.is(i, "to") ? i + 1 : tokens.size())
                || CeilingParser.CEILING.at(tokens, i);
    }

    /** "is usually treated with 5 mg", as against "patients treated with 5 mg". */
    private static boolean isPredicate(Tokens tokens, int at) {
        int i = at - 1;
        while (tokens.word(i).endsWith("ly") || tokens.is(i, "often", "sometimes", "best")) {
            i--;
        }
        return tokens.is(i, "is", "are", "be");
    }

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        if (tokens.is(at, "repeated", "repeat", "replaced", "changed", "renewed", "reapplied", "replace", "reapply")
                && RecurrenceParser.RECURRENCE.parse(tokens, at + 1).isPresent()) {
            return Optional.of(new Reading<>(new Mention.OfInert(), at, at + 1));
        }
        boolean parts = tokens.is(at, "divided", "split")
                && tokens.is(at + 1, "into", "in", "as")
                && DoseParser.DOSE
                        .parse(tokens, at + 2)
                        .filter(d -> d.value().count() > 1)
                        .isPresent();
        if (parts) {
            // "divided into two 50 mg doses": the amount says it.
            return Optional.of(new Reading<>(new Mention.OfInert(), at, at + 2));
        }
        if (tokens.is(at, "each")
                && DoseUnit.UNIT.at(tokens, at - 1)
                && (!tokens.has(at + 1) || tokens.is(at + 1, ",", ".", ";", ")", "given", "administered"))) {
            // "three doses of 2 mL each".
            return Optional.of(new Reading<>(new Mention.OfInert(), at, at + 1));
        }
        if (tokens.is(at, "treated", "managed") && tokens.is(at + 1, "with") && isPredicate(tokens, at)) {
            return Optional.of(new Reading<>(new Mention.OfInert(), at, at + 2));
        }
        Optional<Reading<Boolean>> target = TARGET.parse(tokens, at).filter(r -> isReached(tokens, r.to()));
        if (target.isPresent()) {
            boolean lasts = IntStream.range(at, target.get().to()).anyMatch(i -> tokens.is(i, "maintenance"));
            return target.map(r -> r.map(x -> lasts ? new Mention.OfStage(Stage.MAINTENANCE) : new Mention.OfChange()));
        }
        if (isChangeTo(tokens, at)) {
            return Optional.of(new Reading<>(new Mention.OfChange(), at, at + 1));
        }
        if (tokens.is(at, "extended", "lengthened", "prolonged")
                && tokens.is(at + 1, "to")
                && RecurrenceParser.RECURRENCE.at(tokens, at + 2)) {
            return Optional.of(new Reading<>(new Mention.OfInert(), at, at + 2));
        }
        boolean size =
                tokens.is(at, "by") && DoseParser.DOSE.parse(tokens, at + 1).isPresent();
        return size ? Optional.of(new Reading<>(new Mention.OfStep(), at, at + 1)) : WORDS.parse(tokens, at);
    }
}
