package org.w3id.materia.extract.dosing;

import java.util.Optional;
import java.util.stream.IntStream;
import org.w3id.materia.extract.dosing.amount.BandParser;
import org.w3id.materia.extract.dosing.amount.ClearanceParser;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.amount.DoseUnit;
import org.w3id.materia.extract.dosing.amount.ExtentParser;
import org.w3id.materia.extract.dosing.amount.TimeUnits;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.RangeParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.rhythm.Divided;
import org.w3id.materia.extract.dosing.rhythm.DividedParser;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;
import org.w3id.materia.extract.fact.PatientGroup;

/** What the head of a column adds to its cells: the unit of an amount, a band or a length, the period of a count. */
final class UnitOfHead {
    private static final Phrases<String> BANDS = new Phrases<String>()
            .with("mL/min", """
                    crcl | clcr | egfr | gfr | creatinine clearance | renal function | clearance |
                    glomerular filtration rate""")
            .with("kg", "weight | body weight | body - weight | bodyweight")
            .with("", "postnatal age | age after birth | age | ages")
            .with("a", "age ( years ) | age in years")
            .with("mo", "age ( months ) | age in months");

    /** No slot holds these: the cell stays in the path of the dose. */
    private static final Phrases<Boolean> BEFORE_BIRTH =
            Phrases.words("gestation | gestational | postmenstrual | corrected | postconceptional");

    private static final Phrases<Boolean> A_DAY = Phrases.words("24 hours | day | daily | 24 h | a day | per day");
    private static final Phrases<Boolean> DAILY_TOTAL =
            Phrases.words("daily dosage | daily dose | total daily dose | dose per day | dosage per day");

    private UnitOfHead() {}

    /** "Rate (units/h)": the head measures what its column holds in a unit of doses for a time. */
    static boolean isOfDose(Tokens head) {
        return IntStream.range(0, head.size()).anyMatch(t -> DoseUnit.UNIT
                .parse(head, t)
                .filter(u ->
                        !head.is(u.to() - 1, "ml", "l") && head.is(u.to(), "/") && TimeUnits.TIME.at(head, u.to() + 1))
                .isPresent());
    }

    /** The patients of a cell that is a band alone: "26–50" under "CrCl (mL/min)". */
    static Optional<PatientGroup> group(Tokens head, Tokens cell, String words) {
        boolean unborn = head.any(BEFORE_BIRTH);
        for (int t = 0; t < head.size(); t++) {
            Optional<Reading<String>> unit = BANDS.parse(head, t).filter(u -> !unborn);
            if (unit.isPresent()) {
                return BandParser.in(unit.get().value())
                        .parse(cell, 0)
                        .filter(b -> b.to() == cell.size())
                        .map(b -> group(b.value(), words));
            }
        }
        return Optional.empty();
    }

    private static PatientGroup group(BandParser.Limits limits, String words) {
        return limits.band().unit().equals("mL/min")
                ? ClearanceParser.group(limits.band(), words)
                : new PatientGroup(Optional.empty(), words, limits.age(), limits.weight());
    }

    /** The amount with the unit of the head ("10–20" under "mg/kg per dose"), and "daily" under "Daily dose". */
    static String amount(Optional<SentenceReader> head, String cell) {
        if (head.isEmpty()) {
            return cell;
        }
        Tokens tokens = head.get().tokens();
        Tokens amount = Tokens.of(cell);
        boolean bare = RangeParser.plain(amount, 0)
                .filter(r -> r.to() == amount.size())
                .isPresent();
        for (int t = 0; bare && t < tokens.size(); t++) {
            if (DoseUnit.UNIT.at(tokens, t) || DoseUnit.COUNTED.at(tokens, t) && !tokens.is(t, "dose", "doses")) {
                int end = t;
                while (end < tokens.size() && !tokens.is(end, ")")) {
                    end++;
                }
                return cell + " " + tokens.text(t, end);
            }
        }
        boolean total = tokens.any(DAILY_TOTAL)
                && DoseParser.DOSE
                        .parse(amount, 0)
                        .filter(d -> d.value().first().perTime().isEmpty())
                        .isPresent()
                && DoseParser.DOSE
                        .parse(amount, 0)
                        .filter(d -> d.to() == amount.size())
                        .isPresent();
        return (total ? cell + " per day" : cell) + division(tokens, amount);
    }

    /** "900 mg" under "Total daily dose, in three divided doses". */
    private static String division(Tokens head, Tokens amount) {
        boolean alone = DoseParser.DOSE
                .parse(amount, 0)
                .filter(d -> d.to() == amount.size())
                .isPresent();
        for (int t = 0; alone && t < head.size(); t++) {
            Optional<Reading<Divided>> divided = DividedParser.DIVIDED.parse(head, t);
            if (divided.isPresent()) {
                return " " + head.text(t, divided.get().to());
            }
        }
        return "";
    }

    /** "3 times" under "How often in 24 hours" is three times daily. */
    static String frequency(Optional<SentenceReader> head, String cell) {
        Tokens tokens = Tokens.of(cell);
        boolean counted = tokens.is(tokens.size() - 1, "times", "once", "twice")
                || RangeParser.plain(tokens, 0)
                        .filter(r -> r.to() == tokens.size())
                        .isPresent();
        boolean daily = head.filter(h -> h.tokens().any(A_DAY)).isPresent();
        if (!counted || !daily) {
            return cell;
        }
        boolean number = tokens.isDigits(tokens.size() - 1);
        return cell + (number ? " times daily" : " daily");
    }

    /** "6 weeks" under "Length" is for six weeks, "20–120 min" is over so long; "7" under "Days" is for seven days. */
    static String duration(Optional<SentenceReader> head, String cell) {
        Tokens tokens = Tokens.of(cell);
        boolean number = RangeParser.plain(tokens, 0)
                .filter(r -> r.to() == tokens.size())
                .isPresent();
        if (number && head.filter(h -> h.tokens().any(Phrases.words("days"))).isPresent()) {
            return "for " + cell + " days";
        }
        return ExtentParser.EXTENT
                .parse(tokens, 0)
                .filter(e -> e.to() == tokens.size())
                .map(e -> (isShort(e.value().unit()) ? "over " : "for ") + cell)
                .orElse(cell);
    }

    static boolean isShort(String unit) {
        return unit.equals("s") || unit.equals("min") || unit.equals("h");
    }
}
