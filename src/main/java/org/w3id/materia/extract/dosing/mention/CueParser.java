package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention.Joint;
import org.w3id.materia.extract.dosing.rhythm.RecurrenceParser;

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

    private CueParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        if (tokens.is(at, "repeated", "repeat", "replaced", "changed", "renewed", "reapplied", "replace", "reapply")
                && RecurrenceParser.RECURRENCE.parse(tokens, at + 1).isPresent()) {
            return Optional.of(new Reading<>(new Mention.OfInert(), at, at + 1));
        }
        boolean size =
                tokens.is(at, "by") && DoseParser.DOSE.parse(tokens, at + 1).isPresent();
        return size ? Optional.of(new Reading<>(new Mention.OfStep(), at, at + 1)) : WORDS.parse(tokens, at);
    }
}
