package org.w3id.materia.extract.dosing.amount;

import org.w3id.materia.extract.dosing.grammar.Phrases;

/** Words for units of time, with their UCUM codes. */
public final class TimeUnits {
    public static final Phrases<String> TIME = new Phrases<String>()
            .with("s", "second | seconds | sec | secs | s")
            .with("min", "minute | minutes | min | mins")
            .with("h", "hour | hours | hr | hrs | h")
            .with(
                    "d",
                    "day | days | d | consecutive days | consecutive day | successive days | nights | consecutive"
                            + " nights")
            .with("wk", "week | weeks | wk | wks | consecutive weeks")
            .with("mo", "month | months | mo | consecutive months | calendar month")
            .with("a", "year | years | yr | yrs");

    /** Words that already say "once in each …". */
    public static final Phrases<String> EACH = new Phrases<String>()
            .with("h", "hourly")
            .with("d", "daily")
            .with("wk", "weekly")
            .with("mo", "monthly")
            .with("a", "yearly | annually");

    private TimeUnits() {}
}
