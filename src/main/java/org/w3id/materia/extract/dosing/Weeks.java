package org.w3id.materia.extract.dosing;

import java.math.BigDecimal;
import org.w3id.materia.extract.Extent;

/**
 * A stretch of a treatment whose weeks the text counts: "weeks 3 and 4".
 *
 * @param first its first week, 1 where the treatment begins
 * @param last its last week, which it includes
 */
record Weeks(int first, int last) {
    boolean beginTreatment() {
        return first == 1;
    }

    Extent length() {
        return PeriodParser.exactly(BigDecimal.valueOf(last - first + 1L), "wk");
    }
}
