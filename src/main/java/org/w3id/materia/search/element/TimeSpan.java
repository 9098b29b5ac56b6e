package org.w3id.materia.search.element;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretch of time that a FHIR date, dateTime or instant covers at its precision: "2013-01" is all of January 2013
 * (FHIR R4, 3.1.1.4.7). What names no zone is taken as UTC, so that an answer does not depend on where it is computed.
 *
 * @param start first moment
 * @param end first moment behind it
 */
public record TimeSpan(Instant start, Instant end) {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})(-\\d\\d(-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)?)?)?)?");

    /** @throws DateTimeParseException where {@code value} is not a FHIR date or time, or no such day exists */
    public static TimeSpan parse(String value) {
        Matcher m = FORM.matcher(value);
        if (!m.matches()) {
            throw new DateTimeParseException("not a date or time of FHIR", value, 0);
        }
        if (m.group(2) == null) {
            LocalDate first = Year.parse(value).atDay(1);
            return days(first, first.plusYears(1));
        }
        if (m.group(3) == null) {
            LocalDate first = YearMonth.parse(value).atDay(1);
            return days(first, first.plusMonths(1));
        }
        if (m.group(4) == null) {
            LocalDate day = LocalDate.parse(value);
            return days(day, day.plusDays(1));
        }
        Instant start = m.group(7) == null
                ? LocalDateTime.parse(value).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(value).toInstant();
        if (m.group(5) == null) {
            return new TimeSpan(start, start.plus(1, ChronoUnit.MINUTES));
        }
        // Finer than a millisecond is not told apart: the store keeps milliseconds.
        return m.group(6) == null
                ? new TimeSpan(start, start.plusSeconds(1))
                : new TimeSpan(
                        start.truncatedTo(ChronoUnit.MILLIS),
                        start.truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
    }

    private static TimeSpan days(LocalDate first, LocalDate next) {
        return new TimeSpan(
                first.atStartOfDay().toInstant(ZoneOffset.UTC),
                next.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
