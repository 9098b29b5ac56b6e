package org.w3id.materia.extract.dosing.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/** "on Monday, Wednesday and Friday", as codes of {@code http://hl7.org/fhir/days-of-week}. */
public final class DaysOfWeekParser implements Parser<List<String>> {
    public static final DaysOfWeekParser DAYS = new DaysOfWeekParser();

    private static final Phrases<String> DAY = new Phrases<String>()
            .with("mon", "monday | mondays")
            .with("tue", "tuesday | tuesdays")
            .with("wed", "wednesday | wednesdays")
            .with("thu", "thursday | thursdays")
            .with("fri", "friday | fridays")
            .with("sat", "saturday | saturdays")
            .with("sun", "sunday | sundays");

    private DaysOfWeekParser() {}

    @Override
    public Optional<Reading<List<String>>> parse(Tokens tokens, int at) {
        int i = tokens.is(at, "on", "every", "each") ? at + 1 : at;
        List<String> days = new ArrayList<>();
        int end = at;
        for (Optional<Reading<String>> day = DAY.parse(tokens, i); day.isPresent(); day = DAY.parse(tokens, i)) {
            days.add(day.get().value());
            end = day.get().to();
            i = tokens.is(end, ",") ? end + 1 : end;
            i = tokens.is(i, "and", "&") ? i + 1 : i;
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(new Reading<>(days, at, end));
    }
}
