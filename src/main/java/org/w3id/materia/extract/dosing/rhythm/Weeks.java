package org.w3id.materia.extract.dosing.rhythm;

import java.math.BigDecimal;
import org.w3id.materia.extract.dosing.amount.PeriodParser;
import org.w3id.materia.extract.fact.Extent;

/**
 * A stretch of a treatment whose weeks the text counts: "weeks 3 and 4".
 *
 * @param first its first week, 1 where the treatment begins
 * @param last its last week, which it includes
 */
public record Weeks(int first, int last) {
    /** Whether the stretch begins with the treatment, so that its doses are the initial ones. */
    public boolean beginTreatment() {
        return first == 1;
    }

    /** In weeks, the last one included. */
    public Extent length() {
        return PeriodParser.exactly(BigDecimal.valueOf(last - first + 1L), "wk");
    }
}
