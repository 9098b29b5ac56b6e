package org.w3id.materia.search.element;

import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.w3id.materia.store.IndexValue;

/**
 * What a date parameter takes from an element: the time that it covers at its precision; a Period without a start or an end is open
 * there (FHIR R4, 3.1.1.4.7). No served parameter covers a Timing.
 */
record DateElement(String parameter, List<IndexValue> into) {
    void add(Base element) {
        if (element instanceof Period period) {
            Instant start = period.hasStart() ? span(period.getStartElement()).start() : Instant.MIN;
            Instant end = period.hasEnd() ? span(period.getEndElement()).end() : Instant.MAX;
            if (period.hasStart() || period.hasEnd()) {
                into.add(new IndexValue.Period(parameter, start, end));
            }
        } else if (element instanceof BaseDateTimeType date) {
            if (date.hasValue()) {
                into.add(new IndexValue.Period(
                        parameter, span(date).start(), span(date).end()));
            }
        } else {
            throw ElementValues.unexpected(parameter, element);
        }
    }

    private static TimeSpan span(BaseDateTimeType date) {
        return TimeSpan.parse(date.getValueAsString());
    }
}
