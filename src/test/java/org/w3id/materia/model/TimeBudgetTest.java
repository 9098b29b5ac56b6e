package org.w3id.materia.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
    @Test
    void whatIsSpentIsToldAsTooCostly() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> TimeBudget.within(Duration.ZERO, TimeBudgetTest::work))
                .satisfies(f -> assertThat(f.category()).isEqualTo(Failure.Category.TOO_COSTLY));
    }

    @Test
    void withinTheBudgetAndWithoutOneWorkGoesOn() {
        assertThatCode(() -> TimeBudget.within(Duration.ofHours(1), TimeBudgetTest::work))
                .doesNotThrowAnyException();
        assertThatCode(TimeBudget::check).doesNotThrowAnyException();
    }

    @Test
    void anotherBudgetWithinEndsWithItsWork() throws Exception {
        TimeBudget.within(Duration.ofHours(1), () -> {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> TimeBudget.within(Duration.ZERO, TimeBudgetTest::work));
            return work();
        });
    }

    private static boolean work() {
        TimeBudget.check();
        return true;
    }
}
