package org.w3id.materia.extract.dosing;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.Mentions;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;
import org.w3id.materia.monograph.TableReader;

/** What a column of a dose table holds, by its head. */
enum ColumnKind {
    PATIENTS,
    CONDITION,
    DOSE,
    FREQUENCY,
    DURATION,
    MAXIMUM,
    ROUTE,
    STEP,
    /** What is taken besides: its names are no names of what the doses are of. */
    COMPANY,
    /** Names of other drugs, each with its dose. */
    OTHER_DRUG,
    /** How a preparation is made up, or by how much a dose is changed: no amount in it is a dose. */
    NO_DOSE,
    UNKNOWN;

    private static final Phrases<ColumnKind> WORDS = new Phrases<ColumnKind>()
            .with(PATIENTS, """
                    patient | patients | population | age | ages | age group | group | weight | body weight |
                    body - weight | bodyweight | how old | crcl | clcr | creatinine clearance | egfr | gfr |
                    renal function | gestation | gestational age | postnatal age | who | child | children |
                    degree | child - pugh | kidney function | clearance | person""")
            .with(CONDITION, """
                    indication | indications | condition | infection | disease | use | for | disorder | reason |
                    situation | setting | severity | purpose | procedure""")
            .with(NO_DOSE, """
                    volume | strength | final strength | diluent | fluid | concentration | dilution | vial | vials |
                    increment | increments | increase | titration | change | rate change | dose change | target""")
            .with(COMPANY, """
                    inhibitor | inhibitors | inhibitor class | inducer | inducers | concomitant | taken with | taking | with | together with |
                    coadministered | co - administered | coadministered drug | interacting drug | interacting drugs""")
            .with(DOSE, """
                    dose | dosage | doses | how much | amount | loading | maintenance | initial | starting | start | bolus | give |
                    after that | patch | tablets | take | adjustment | recommended dose | units | mg | mg / kg | mcg""")
            .with(FREQUENCY, """
                    frequency | how often | interval | times | times a day | times daily | schedule | every | when |
                    dosing interval | dose interval | how many times""")
            .with(DURATION, """
                    duration | length | how long | for how long | days | course | time | rate | duration / rate |
                    over | infusion time | treatment length""")
            .with(MAXIMUM, "max | max . | maximum | not more than | no more than | limit | at most | ceiling")
            .with(ROUTE, "route | by | method | how given | way | formulation | form")
            .with(STEP, "step | row | no . | number | phase | line | week | day | stage | # | no | bag")
            .with(OTHER_DRUG, "drug | drugs | companion drug | companion drugs | other drug | medicine | medicines");

    private static final Phrases<Boolean> FILLING = Phrases.words("""
            dose | daily | single | recommended | usual | the | of | a | per | day | each | in | total | ( | ) | . | each time |
            each dose | / | your | is | ? | 24 hours | 24 h | to | be | treatment""");

    /** The kind of a column; of several that its head names the one that is not only filling beside another. */
    static ColumnKind of(SentenceReader head) {
        Tokens tokens = ownWords(head.tokens());
        ColumnKind first = first(tokens);
        boolean numbered = first == STEP && tokens.is(0, "bag") && tokens.isDigits(1);
        if (numbered || UnitOfHead.isOfDose(tokens) || first == UNKNOWN && tokens.size() > 0 && isPure(tokens, DOSE)) {
            return DOSE;
        }
        if (first == DOSE || first == UNKNOWN) {
            return first == DOSE || isPartOfTreatment(head) ? DOSE : UNKNOWN;
        }
        boolean dose = any(tokens, t -> tokens.is(t, "dose", "dosage"));
        boolean pure = isPure(tokens, first);
        return dose && !pure ? DOSE : first;
    }

    /** "Dose", "Recommended dose": a head that adds nothing to its column. */
    static boolean saysNoMoreThanDose(SentenceReader head) {
        Tokens tokens = head.tokens();
        return isPure(tokens, DOSE)
                && any(tokens, t -> tokens.is(t, "dose", "dosage", "much"))
                && !any(tokens, t -> tokens.is(t, "loading", "maintenance", "initial", "starting"));
    }

    /** Of heads in several rows ("Infusion › Rate") the one that stands directly above the column. */
    private static Tokens ownWords(Tokens head) {
        int above = head.text().lastIndexOf(TableReader.BETWEEN_HEADS);
        return above < 0 ? head : Tokens.of(head.text().substring(above + TableReader.BETWEEN_HEADS.length()));
    }

    private static ColumnKind first(Tokens tokens) {
        for (int t = 0; t < tokens.size(); t++) {
            java.util.Optional<Reading<ColumnKind>> kind = WORDS.parse(tokens, t);
            if (kind.isPresent() && !(kind.get().value() == DOSE && t == 0 && tokens.is(t + 1, "interval"))) {
                return kind.get().value();
            }
        }
        return UNKNOWN;
    }

    /** "Max. dose", "Interval": nothing but words of its kind and filling ones. */
    private static boolean isPure(Tokens tokens, ColumnKind kind) {
        int t = 0;
        while (t < tokens.size()) {
            int at = t;
            java.util.Optional<Integer> end = WORDS.parse(tokens, at)
                    .filter(w -> w.value() == kind)
                    .map(Reading::to)
                    .or(() -> FILLING.parse(tokens, at).map(Reading::to));
            if (end.isEmpty()) {
                return false;
            }
            t = end.get();
        }
        return true;
    }

    /** "Weeks 1 and 2", "Prophylaxis", "Hypertension": a part of the treatment, whose dose the column holds. */
    private static boolean isPartOfTreatment(SentenceReader head) {
        Mentions mentions = head.mentions();
        Tokens tokens = head.tokens();
        boolean part =
                any(tokens, t -> tokens.is(t, "weeks", "prophylaxis", "treatment", "prevention", "continuation"));
        for (int i = 0; i < mentions.size(); i++) {
            part |= mentions.get(i) instanceof Mention.OfStage
                    || mentions.get(i) instanceof Mention.OfName name && name.isDisease()
                    || mentions.get(i) instanceof Mention.OfGroup
                    || mentions.get(i) instanceof Mention.OfRoute route
                            && route.route().strength() == 2;
        }
        return part;
    }

    private static boolean any(Tokens tokens, IntPredicate token) {
        return IntStream.range(0, tokens.size()).anyMatch(token);
    }
}
