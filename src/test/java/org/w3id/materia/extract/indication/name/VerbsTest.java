package org.w3id.materia.extract.indication.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of verbs. */
class VerbsTest {
    @ParameterizedTest
    @CsvSource({
        "relieve, relieves, relieving",
        "stop, stops, stopping",
        "control, controls, controlling",
        "heal, heals, healing",
        "slow, slows, slowing",
        "dry, dries, drying",
        "delay, delays, delaying",
        "address, addresses, addressing",
        "soothe, soothes, soothing",
    })
    void formsFollowTheInfinitive(String verb, String third, String gerund) {
        assertThat(Verbs.thirdPerson(verb)).isEqualTo(third);
        assertThat(Verbs.gerund(verb)).isEqualTo(gerund);
    }
}
