package org.w3id.materia.extract.dosing.amount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.sentence.Notation;

class DoseParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 mg                                | 5 mg",
                "250 micrograms                      | 250 ug",
                "0.5–1 g                             | 0.5..1 g",
                "2.5 to 5 mg                         | 2.5..5 mg",
                "between 5 and 10 mg                 | 5..10 mg",
                "5 mg to 10 mg                       | 5..10 mg",
                "500 mg to 1 g                       | 500..1000 mg",
                "up to 10 mg                         | ..10 mg",
                "500,000 units                       | 500000 [iU]",
                "2 million IU                        | 2000000 [iU]",
                "1.2 to 2.4 million units            | 1200000..2400000 [iU]",
                "20 mEq                              | 20 meq",
                "185 MBq                             | 185 MBq",
                "10 mg/kg                            | 10 mg/kg",
                "10-15 mg/kg/day                     | 10..15 mg/kg/d",
                "2 mcg per kilogram of body weight per day | 2 ug/kg/d",
                "5 mcg (micrograms) per kg per minute | 5 ug/kg/min",
                "75 mg per square metre              | 75 mg/m2",
                "100 mg/m²/day                       | 100 mg/m2/d",
                "2 mL/hour                           | 2 mL/h",
                "4 g per day                         | 4 g/d",
                "8 tablets in 24 hours               | 8 {tablet}/d",
                "6 sprays (3 mg) in 24 hours         | 6 {spray}/d",
                "30 mg of the salt per day           | 30 mg/d",
                "one or two tablets                  | 1..2 {tablet}",
                "half a tablet                       | 0.5 {tablet}",
                "half a capsule to one capsule       | 0.5..1 {capsule}",
                "2 tablets or capsules               | 2 {tablet}, 2 {capsule}",
                "2 teaspoonfuls                      | 2 {teaspoon}",
                "one 5 mg tablet                     | 5 mg",
                "three 5 mg tablets                  | 3 {tablet}",
                "two 40 mg doses                     | 40 mg",
                "10, 20 or 40 mg                     | 10 mg, 20 mg, 40 mg",
                "2500 or 3500 units                  | 2500 [iU], 3500 [iU]",
                "a 2% cream                          | ",
                "2% cream                            | 2 %",
                "1-g                                 | 1 g",
            })
    void amountsKeepTheirUnitAndDenominators(String text, String expected) {
        String read = DoseParser.DOSE
                .parse(Tokens.of(text), 0)
                .map(d -> d.value().amounts().stream().map(Notation::of).collect(Collectors.joining(", ")))
                .orElse(null);
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40 mg/mL", "5 mg per 5 mL", "8 mg/dL", "100 mcg per puff", "1 mg/72 hours"})
    void concentrationsAndStrengthsAreNoDoses(String text) {
        Optional<Reading<Dose>> dose = DoseParser.DOSE.parse(Tokens.of(text), 0);
        assertThat(dose.orElseThrow().value().foreign()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "mg", "five minutes", "10 to mg", "mg 5", "(5", "-"})
    void whatLacksANumberOrAUnitIsNoDose(String text) {
        assertThat(DoseParser.DOSE.parse(Tokens.of(text), 0)).isEmpty();
    }
}
