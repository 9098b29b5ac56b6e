package org.w3id.materia.extract.dosing.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3id.materia.extract.dosing.sentence.DoseReading;
import org.w3id.materia.extract.dosing.sentence.Notation;

/** However a number is spelled, the dose is the one that is written, or the sentence stays text: never another number. */
class NumberLexerPropertyTest {
    /** A spelling with the one value that it may have. */
    record Spelling(String text, BigDecimal value) {}

    @Property(tries = 4000)
    void aDoseIsTheOneThatIsWrittenOrNone(@ForAll("spellings") Spelling spelling, @ForAll("units") String unit) {
        String sentence = "Take " + spelling.text() + " " + unit + " once daily.";
        for (DoseReading reading : read(sentence)) {
            assertThat(reading.dose().amount().orElseThrow().high().orElseThrow())
                    .as(sentence)
                    .isEqualByComparingTo(spelling.value());
        }
    }

    @Property(tries = 2000)
    void whatTouchesANumberIsNeverStrippedOff(
            @ForAll("plain") String number, @ForAll("touching") String touching, @ForAll("units") String unit) {
        for (String sentence : List.of(
                "Take " + number + touching + "7 " + unit + " once daily.",
                "Take " + "7" + touching + number + " " + unit + " once daily.")) {
            for (DoseReading reading : read(sentence)) {
                BigDecimal high = reading.dose().amount().orElseThrow().high().orElseThrow();
                boolean part = high.compareTo(new BigDecimal(number)) == 0 || high.compareTo(new BigDecimal("7")) == 0;
                assertThat(part).as(sentence + " → " + high).isFalse();
            }
        }
    }

    @Property(tries = 500)
    void zeroIsNoDose(@ForAll("zeros") String zero, @ForAll("units") String unit) {
        assertThat(read("Take " + zero + " " + unit + " once daily.")).isEmpty();
    }

    private static List<DoseReading> read(String sentence) {
        return Notation.reader(sentence).read(Optional.empty()).doses();
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of("mg", "units", "mg/kg", "tablets", "mL", "micrograms", "IU");
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.integers().between(2, 900).filter(n -> n != 7).map(String::valueOf);
    }

    @Provide
    Arbitrary<String> touching() {
        return Arbitraries.of("~", "^", "*", ":", "//", "±", "=", "_", "'", "’", "#");
    }

    @Provide
    Arbitrary<String> zeros() {
        return Arbitraries.of("0", "0.0", "0,0", "zero", "0.00");
    }

    @Provide
    Arbitrary<Spelling> spellings() {
        return Arbitraries.oneOf(grouped(), decimal(), mixed(), power(), factor(), words());
    }

    private static Arbitrary<Spelling> grouped() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 999),
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.of(",", " ", "\u00a0", "\u2009", "\u202f", "'", "’"))
                .as((high, low, mark) -> new Spelling(
                        high + mark + String.format(java.util.Locale.ROOT, "%03d", low),
                        BigDecimal.valueOf(high * 1000L + low)));
    }

    private static Arbitrary<Spelling> decimal() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.of(".", ",", "·"))
                .as((whole, part, mark) -> new Spelling(whole + mark + part, new BigDecimal(whole + "." + part)));
    }

    private static Arbitrary<Spelling> mixed() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9), Arbitraries.of(" 1/2", "-1/2", " ½", "½", " 1⁄2"))
                .as((whole, half) -> new Spelling(whole + half, new BigDecimal(whole + ".5")));
    }

    private static Arbitrary<Spelling> power() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of("10^6", "10⁶"),
                        Arbitraries.of(" x ", "×", " × "))
                .as((factor, power, times) ->
                        new Spelling(factor + times + power, BigDecimal.valueOf(factor * 1_000_000L)));
    }

    private static Arbitrary<Spelling> factor() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 5),
                        Arbitraries.integers().between(10, 90))
                .as((count, each) -> new Spelling(count + " x " + each, BigDecimal.valueOf((long) count * each)));
    }

    private static Arbitrary<Spelling> words() {
        return Arbitraries.of(
                new Spelling("twenty-one", BigDecimal.valueOf(21)),
                new Spelling("thirty five", BigDecimal.valueOf(35)),
                new Spelling("one hundred fifty", BigDecimal.valueOf(150)),
                new Spelling("one hundred and five", BigDecimal.valueOf(105)),
                new Spelling("three (3)", BigDecimal.valueOf(3)),
                new Spelling("2 (two)", BigDecimal.valueOf(2)),
                new Spelling("one and a half", new BigDecimal("1.5")),
                new Spelling("seventeen", BigDecimal.valueOf(17)));
    }
}
