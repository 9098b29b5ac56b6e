package org.w3id.materia.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantTest {
    private static final Need READ = Need.of("Medication", Permission.READ);
    private static final Need SEARCH = Need.of("Medication", Permission.SEARCH);

    private static Grant grant(String scopes) {
        return Grant.of("client", Instant.EPOCH, scopes);
    }

    @ParameterizedTest
    @CsvSource({
        "system/*.rs, true, true",
        "system/*.cruds, true, true",
        "system/*.read, true, true",
        "system/*.*, true, true",
        "system/Medication.rs, true, true",
        "system/Medication.read, true, true",
        "system/Medication.r, true, false",
        "system/Medication.s, false, true",
        "system/Medication.cud, false, false",
        "system/Medication.write, false, false",
        "system/Medication.sr, false, false",
        "system/Medication.rs?status=active, false, false",
        "system/Medication, false, false",
        "system/medication.rs, false, false",
        "system/Composition.rs, false, false",
        "user/*.rs, false, false",
        "patient/Medication.rs, false, false",
        "openid fhirUser system/Medication.r launch, true, false",
        "system/Medication.r system/Medication.s, true, true",
        "'', false, false",
    })
    void scopesOfBothVersionsOfSmartAllowWhatTheyName(String scopes, boolean read, boolean search) {
        assertThat(grant(scopes).allows(READ)).isEqualTo(read);
        assertThat(grant(scopes).allows(SEARCH)).isEqualTo(search);
    }

    @Test
    void oneTypeIsNotAll() {
        assertThat(grant("system/Medication.rs system/Composition.rs").allows(Need.EVERYTHING))
                .isFalse();
        assertThat(grant("system/*.r").allows(Need.EVERYTHING)).isFalse();
        assertThat(grant("system/*.rs").allows(Need.EVERYTHING)).isTrue();
    }

    @Test
    void metricsHaveAScopeOfTheirOwn() {
        assertThat(grant("system/*.rs").allows(Need.METRICS)).isFalse();
        assertThat(grant("materia:metrics").allows(Need.METRICS)).isTrue();
        assertThat(grant("materia:metrics").allows(Need.ANY)).isFalse();
    }
}
