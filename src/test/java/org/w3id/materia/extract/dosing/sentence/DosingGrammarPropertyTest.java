package org.w3id.materia.extract.dosing.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.w3id.materia.extract.dosing.amount.Dose;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.dosing.rhythm.RecurrenceParser;

class DosingGrammarPropertyTest {
    private static final List<String> WORDS = List.of(
            "5",
            "10",
            "1,000",
            "½",
            "two",
            "mg",
            "mL",
            "g",
            "%",
            "units",
            "/",
            "kg",
            "day",
            "-",
            "to",
            "or",
            "and",
            "(",
            ")",
            ",",
            ";",
            ":",
            "once",
            "twice",
            "daily",
            "every",
            "8",
            "hours",
            "for",
            "7",
            "days",
            "up to",
            "maximum",
            "of",
            "not exceed",
            "tablet",
            "tablets",
            "children",
            "12 years",
            "adults",
            "then",
            "followed by",
            "initial",
            "dose",
            "single",
            "over",
            "60 minutes",
            "IV",
            "oral",
            "as needed",
            "at bedtime",
            "day 1",
            "cycle",
            "CrCl",
            "<",
            "per",
            "million",
            "half a",
            "between",
            "divided",
            "into",
            "increments",
            "weekly",
            "water",
            "apply",
            "thin layer",
            "the",
            "a",
            "is",
            "with",
            "BID",
            "q8h",
            "each",
            "in 24 hours");

    @Property(tries = 500)
    void noInputCrashesTheReader(@ForAll String text) {
        assertThat(Notation.ofSentence(text)).isNotEmpty();
    }

    @Property(tries = 2000)
    void noSentenceOfDosingWordsCrashesTheReader(@ForAll("dosingWords") String text) {
        for (DoseReading reading :
                Notation.reader(text, "adults").read(Optional.empty()).doses()) {
            assertThat(reading.dose().amount().isPresent() || !reading.maxima().isEmpty())
                    .isTrue();
        }
    }

    @Property(tries = 1000)
    void mentionsLieInTheSentenceAndDoNotOverlap(@ForAll("dosingWords") String text) {
        SentenceReader reader = Notation.reader(text);
        int behind = 0;
        for (Reading<Mention> mention : reader.mentions().all()) {
            assertThat(mention.from()).isGreaterThanOrEqualTo(behind);
            assertThat(mention.to())
                    .isGreaterThan(mention.from())
                    .isLessThanOrEqualTo(reader.tokens().size());
            behind = mention.to();
        }
    }

    @Property
    void amountsReadBackAsTheyWereWritten(
            @ForAll @IntRange(min = 1, max = 100_000) int hundredths,
            @ForAll("units") String unit,
            @ForAll("denominators") String denominator) {
        BigDecimal value = BigDecimal.valueOf(hundredths, 2);
        String written = value.toPlainString() + " " + unit + denominator;
        Dose dose = DoseParser.DOSE.parse(Tokens.of(written), 0).orElseThrow().value();
        assertThat(dose.first().high().orElseThrow()).isEqualByComparingTo(value);
        assertThat(dose.first().ucum()).isEqualTo(unit + denominator.replace("day", "d"));
    }

    @Property
    void rangesReadBackAsTheyWereWritten(
            @ForAll @IntRange(min = 1, max = 500) int low,
            @ForAll @IntRange(min = 1, max = 500) int more,
            @ForAll("joins") String join) {
        int high = low + more;
        String written = low + join + high + " mg";
        Dose dose = DoseParser.DOSE.parse(Tokens.of(written), 0).orElseThrow().value();
        assertThat(Notation.of(dose.first())).isEqualTo(low + ".." + high + " mg");
    }

    @Property
    void intervalsReadBackAsTheyWereWritten(
            @ForAll @IntRange(min = 2, max = 72) int period, @ForAll("times") String unit) {
        Recurrence read = RecurrenceParser.RECURRENCE
                .parse(Tokens.of("every " + period + " " + unit), 0)
                .orElseThrow()
                .value();
        assertThat(read.period()).isEqualByComparingTo(BigDecimal.valueOf(period));
        assertThat(read.frequency()).contains(1);
        assertThat(unit)
                .startsWith(read.unit().equals("mo") ? "month" : read.unit().substring(0, 1));
    }

    @Property
    void frequenciesReadBackAsTheyWereWritten(
            @ForAll @IntRange(min = 1, max = 10) int times, @ForAll @IntRange(min = 0, max = 3) int more) {
        boolean range = more > 0 && times + more <= 10;
        String written = (range ? times + " to " + (times + more) : String.valueOf(times)) + " times daily";
        Recurrence read = RecurrenceParser.RECURRENCE
                .parse(Tokens.of(written), 0)
                .orElseThrow()
                .value();
        assertThat(read.frequency()).contains(times);
        assertThat(read.frequencyMax())
                .isEqualTo(range ? java.util.Optional.of(times + more) : java.util.Optional.empty());
    }

    @Provide
    Arbitrary<String> dosingWords() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(30).map(w -> String.join(" ", w));
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of("mg", "g", "mL", "mmol", "MBq", "meq");
    }

    @Provide
    Arbitrary<String> denominators() {
        return Arbitraries.of("", "/kg", "/kg/day", "/m2", "/day", "/kg/min");
    }

    @Provide
    Arbitrary<String> joins() {
        return Arbitraries.of("-", " - ", "–", " to ");
    }

    @Provide
    Arbitrary<String> times() {
        return Arbitraries.of("hours", "days", "weeks", "months");
    }
}
