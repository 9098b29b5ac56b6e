package org.w3id.materia.extract.dosing.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.sentence.Notation;

/** Courses, administrations and days of a cycle. */
class StretchesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for 7 days                 | 7 d",
                "for 7 to 10 days           | 7..10 d",
                "for up to 3 weeks          | ..3 wk",
                "for at least two months    | 2.. mo",
                "for three consecutive days | 3 d",
                "for a week                 | 1 wk",
                "for the first four days    | 4 d",
                "on the first day           | 1 d",
                "for 2 weeks to 3 years     | 2..156 wk",
                "for a total of 12 weeks    | 12 wk",
                "for 6 doses                | 6 {dose}",
                "a 5-day course             | 5 d",
                "for 48 hours               | 48 h",
            })
    void coursesHaveALength(String text, String expected) {
        assertThat(CourseParser.COURSE.parse(Tokens.of(text), 0).map(r -> Notation.of(r.value())))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"for one minute", "for several days", "for pain", "for more than 3 days", "for 12 tablets"})
    void whatIsNoLengthOfTreatmentIsNoCourse(String text) {
        assertThat(CourseParser.COURSE.parse(Tokens.of(text), 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "over 60 minutes             | 60 min",
                "over at least 30 minutes    | 30.. min",
                "over 3-5 minutes            | 3..5 min",
                "over a period of 2 hours    | 2 h",
                "infused over 24 hours       | 24 h",
                "over a four-minute period   | 4 min",
                "over a maximum of 30 seconds | ..30 s",
            })
    void administrationsTakeTime(String text, String expected) {
        assertThat(AdministrationParser.ADMINISTRATION.parse(Tokens.of(text), 0).map(r -> Notation.of(r.value())))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"over 12 years", "over 40 kg", "over several weeks"})
    void agesAndWeightsAreNoAdministration(String text) {
        assertThat(AdministrationParser.ADMINISTRATION.parse(Tokens.of(text), 0))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on days 1, 8, and 15 of each 28-day cycle | [1, 8, 15] Optional[28]",
                "on days 1-5 of a 21-day cycle             | [1, 2, 3, 4, 5] Optional[21]",
                "on day 1 of every 3-week cycle            | [1] Optional[21]",
                "days 1 and 8                              | [1, 8] Optional.empty",
                "on days 1, 3, and 5 of cycle 1            | [1, 3, 5] Optional.empty",
                "on days 0, 7 and 28                       | [0, 7, 28] Optional.empty",
            })
    void cyclesListTheirDays(String text, String expected) {
        CycleDays cycle = CycleDaysParser.CYCLE_DAYS
                .parse(Tokens.of(text), 0)
                .orElseThrow()
                .value();
        assertThat(cycle.days() + " " + cycle.length()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on day 3, 4, or 5", "on days off", "day to day", "days 500 and 900"})
    void alternativesAreNoList(String text) {
        assertThat(CycleDaysParser.CYCLE_DAYS.parse(Tokens.of(text), 0)).isEmpty();
    }
}
