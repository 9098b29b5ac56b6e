package org.w3id.materia.extract.dosing.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.sentence.Notation;

class RecurrenceParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "once daily                   | 1x/1d",
                "twice a day                  | 2x/1d",
                "three times daily            | 3x/1d",
                "4 times/day                  | 4x/1d",
                "once or twice daily          | 1-2x/1d",
                "one to three times a day     | 1-3x/1d",
                "3-4 times each day           | 3-4x/1d",
                "three or four times daily    | 3-4x/1d",
                "up to three times daily      | ..3x/1d",
                "a maximum of 4 times per day | ..4x/1d",
                "at least twice weekly        | 2x/1wk",
                "twice per week               | 2x/1wk",
                "once a month                 | 1x/1mo",
                "1-4 times monthly            | 1-4x/1mo",
                "TID                          | 3x/1d",
                "BID                          | 2x/1d",
                "QID                          | 4x/1d",
                "OD                           | 1x/1d",
                "q8h                          | 1x/8h",
                "q4-6h                        | 1x/4..6h",
                "every 8 hours                | 1x/8h",
                "every 4 to 6 hours           | 1x/4..6h",
                "every six hours              | 1x/6h",
                "every other day              | 1x/2d",
                "on alternate days            | 1x/2d",
                "every second week            | 1x/2wk",
                "every 3 weeks                | 1x/3wk",
                "once every 4 weeks           | 1x/4wk",
                "every hour                   | 1x/1h",
                "every 30 minutes             | 1x/30min",
                "quarterly                    | 1x/3mo",
                "8-hourly                     | 1x/8h",
                "at 2-week intervals          | 1x/2wk",
                "at intervals of 4 weeks      | 1x/4wk",
                "five days a week             | 5x/1wk",
                "weekly                       | 1x/1wk",
                "daily                        | 1x/1d",
            })
    void rhythmsBecomeFrequencyAndPeriod(String text, String expected) {
        Reading<Recurrence> read =
                RecurrenceParser.RECURRENCE.parse(Tokens.of(text), 0).orElseThrow();
        assertThat(Notation.of(read.value())).isEqualTo(expected);
        assertThat(read.to()).isEqualTo(Tokens.of(text).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "once",
                "twice",
                "several times",
                "every",
                "every patient",
                "three tablets",
                "in a month",
                "2.5 times daily",
                "q"
            })
    void wordsWithoutBothCountAndPeriodAreNoRhythm(String text) {
        assertThat(RecurrenceParser.RECURRENCE.parse(Tokens.of(text), 0)).isEmpty();
    }
}
