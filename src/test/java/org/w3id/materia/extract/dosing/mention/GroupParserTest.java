package org.w3id.materia.extract.dosing.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.sentence.Notation;

class GroupParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adults                                   | adult",
                "elderly patients                         | elderly",
                "newborns                                 | neonate",
                "children 12 years and over               | child 12.. a",
                "children aged 6 to 12 years              | child 6..12 a",
                "children (2-11 years)                    | child 2..11 a",
                "children under 12                        | child ..12 a",
                "children ≥ 3 years                       | child 3.. a",
                "infants 6 months to 2 years              | infant 0.5..2 a",
                "adults (≥65 years)                       | adult 65.. a",
                "children weighing less than 40 kg        | child ..40 kg",
                "adolescents weighing 35 kg or more       | adolescent 35.. kg",
                "weighing more than 40 kg                 | - 40.. kg",
                "10-20 kg                                 | - 10..20 kg",
                "10 kg to <20 kg                          | - 10..20 kg",
                "≥60 kg                                   | - 60.. kg",
                "ages 6-11                                | child 6..11 a",
                "13 to less than 17 years                 | adolescent 13..17 a",
                "over 18 years                            | adult 18.. a",
                "12 years and older                       | - 12.. a",
                "over 70 years                            | elderly 70.. a",
                "aged 14 and over                         | - 14.. a",
                "4 to 9 months                            | infant 4..9 mo",
                "young people aged 13 or over             | adolescent 13.. a",
                "renal impairment                         | renal",
                "CrCl 30-50 mL/min                        | renal 30..50 mL/min",
                "creatinine clearance below 30 mL/minute  | renal ..30 mL/min",
                "eGFR <30 mL/min/1.73 m²                  | renal ..30 mL/min",
                "hepatic (liver) impairment               | hepatic",
                "pregnant women                           | pregnancy",
            })
    void patientsHavePopulationAndBands(String text, String expected) {
        Reading<org.w3id.materia.extract.fact.PatientGroup> read =
                GroupParser.GROUP.parse(Tokens.of(text), 0).orElseThrow();
        assertThat(Notation.of(read.value())).isEqualTo(expected);
        assertThat(read.to()).isEqualTo(Tokens.of(text).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7 days", "2 weeks", "over 60 minutes", "5 g", "10 mg", "patients", "6 months"})
    void timesAndDosesAreNoPatients(String text) {
        assertThat(GroupParser.GROUP.parse(Tokens.of(text), 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"proteinuria due to kidney disease", "patients not on dialysis", "primary biliary cirrhosis"})
    void diseasesThatAreTreatedAreNoImpairment(String text) {
        Tokens tokens = Tokens.of(text);
        for (int at = 0; at < tokens.size(); at++) {
            assertThat(GroupParser.GROUP.parse(tokens, at)).isEmpty();
        }
    }
}
