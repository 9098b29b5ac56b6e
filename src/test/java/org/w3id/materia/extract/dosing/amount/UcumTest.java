package org.w3id.materia.extract.dosing.amount;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/** Every unit that the grammar can give is valid UCUM. */
class UcumTest {
    private static UcumService ucum;

    @BeforeAll
    static void loadUcum() throws Exception {
        try (InputStream essence = UcumService.class.getResourceAsStream("/ucum-essence.xml")) {
            ucum = new UcumEssenceService(essence);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 mg",
                "5 g",
                "5 mcg",
                "5 ng",
                "5 mL",
                "5 L",
                "5 IU",
                "5 CFU",
                "5 mEq",
                "5 mmol",
                "5 kBq",
                "5 MBq",
                "5 mCi",
                "5 microcuries",
                "5 %",
                "5 cm",
                "5 inches",
                "5 mg/kg",
                "5 mg/kg/day",
                "5 mg/m²",
                "5 mcg/kg/min",
                "5 units/kg/h",
                "5 mg per week",
                "2 tablets",
                "2 capsules",
                "2 caplets",
                "2 puffs",
                "2 drops",
                "2 sprays",
                "2 applications",
                "2 patches",
                "2 lozenges",
                "2 suppositories",
                "2 sachets",
                "2 vials",
                "2 ampoules",
                "2 teaspoons",
                "2 tablespoons",
                "2 applicatorfuls",
                "2 capfuls",
                "2 implants",
                "2 inserts",
                "2 scoops",
                "2 pumps",
                "2 gummies",
                "2 enemas",
                "2 tablets per day"
            })
    void unitsAreValid(String text) {
        String unit = DoseParser.DOSE
                .parse(Tokens.of(text), 0)
                .orElseThrow()
                .value()
                .first()
                .ucum();
        assertThat(ucum.validate(unit)).as(unit).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"second", "minute", "hour", "day", "week", "month", "year"})
    void timesAreValid(String word) {
        String unit = TimeUnits.TIME.parse(Tokens.of(word), 0).orElseThrow().value();
        assertThat(ucum.validate(unit)).as(unit).isNull();
    }
}
