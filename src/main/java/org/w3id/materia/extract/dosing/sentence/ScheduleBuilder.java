package org.w3id.materia.extract.dosing.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.rhythm.CycleDays;
import org.w3id.materia.extract.dosing.rhythm.Divided;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.Schedule;

/** Makes the schedules of one amount out of the recurrences, meals and cycle days that were said about it. */
public final class ScheduleBuilder {
    private static final int DAYS_OF_WEEK = 7;
    private static final int MOST_DAYS = 366;

    private final Tokens tokens;
    private final DoseDraft draft;
    private final List<Integer> dropped = new ArrayList<>();

    /** Whether the amount is a total for a day. */
    private boolean daily;

    private Optional<Extent> course;
    private static final Set<String> TIMES_OF_DAY = Set.of("MORN", "NOON", "AFT", "EVE", "NIGHT", "HS");

    private Optional<CycleDays> cycle;

    /** A rhythm of weeks behind one of days, which may be the length of a cycle. */
    private Optional<DoseDraft.Placed> interval = Optional.empty();

    ScheduleBuilder(Tokens tokens, DoseDraft draft) {
        this.tokens = tokens;
        this.draft = draft;
        this.course = draft.course;
        this.cycle = draft.cycle;
        this.daily = draft.dose.value().first().perTime().equals(Optional.of("d"));
    }

    /** The mentions of rhythms that fit beside no other: they were not read. */
    List<Integer> dropped() {
        return dropped;
    }

    Optional<Extent> course() {
        return course;
    }

    /** The amount as the schedule's words qualify it: "500 mg daily" is a daily total. */
    Amount qualified(Amount amount) {
        return daily && amount.perTime().isEmpty()
                ? new Amount(amount.low(), amount.high(), amount.unit(), amount.perBody(), Optional.of("d"))
                : amount;
    }

    /** The schedules that the text leaves open, at least one (perhaps of nothing). */
    List<Optional<Schedule>> schedules() {
        List<Recurrence> recurrences = merged();
        draft.pause.filter(p -> !isPauseOfCycle(p.value(), recurrences)).ifPresent(p -> dropped.add(p.from()));
        intervalOfCycle(recurrences);
        contradicting().ifPresent(dropped::add);
        interval.filter(i -> recurrences.remove(i.recurrence())).ifPresent(i -> dropped.add(i.mention()));
        boolean counted = draft.dose.value().isCounted() || draft.dose.value().isPercentage();
        List<Recurrence> kept = new ArrayList<>();
        boolean divides = draft.divided.isPresent();
        int count = draft.dose.value().count();
        boolean each = count > 1 && draft.dose.value().first().perTime().isEmpty() && !divides;
        for (Recurrence r : recurrences) {
            boolean single = draft.stages.contains(Stage.SINGLE);
            if (r.bare() && r.unit().equals("d") && each) {
                // "two 50 mg doses daily": each of them has the amount.
                kept.add(Recurrence.times(count, "d"));
            } else if (r.bare() && r.unit().equals("d") && (!counted || divides) && !single) {
                daily = true;
            } else {
                kept.add(r);
            }
        }
        draft.divided.flatMap(Divided::parts).ifPresent(parts -> {
            boolean once = parts.isSingle() && parts.most().compareTo(BigDecimal.ONE) == 0;
            if (kept.isEmpty() && (daily || !once)) {
                kept.add(Recurrence.times(parts, "d"));
                daily |= draft.dose.value().first().perTime().isEmpty()
                        && draft.dose.value().count() == 1
                        && !once;
            }
        });
        boolean parts =
                tokens.is(draft.dose.from() - 1, "into", "in") && tokens.is(draft.dose.from() - 2, "divided", "split");
        if (count > 1 && kept.isEmpty() && (daily || divides || parts)) {
            kept.add(Recurrence.times(count, "d"));
        }
        if (kept.isEmpty()) {
            timesOfDay().ifPresent(times -> kept.add(Recurrence.times(times, "d")));
        }
        if (kept.isEmpty()) {
            return List.of(schedule(Optional.empty()));
        }
        return kept.stream().map(r -> schedule(Optional.of(r))).toList();
    }

    /** "The daily dose is 1500 mg twice daily": whether the amount is the total or one of two is left open. */
    private Optional<Integer> contradicting() {
        boolean total = draft.recurrences.stream()
                .anyMatch(p -> p.to() <= draft.dose.from()
                        && p.recurrence().bare()
                        && p.recurrence().unit().equals("d"));
        return draft.recurrences.stream()
                .filter(p -> total && draft.divided.isEmpty() && p.from() == draft.dose.to())
                .filter(p -> !p.recurrence().bare() && !p.recurrence().restates(Recurrence.times(1, "d")))
                .map(DoseDraft.Placed::mention)
                .findFirst();
    }

    /** "at bedtime", "in the morning and in the evening": as many times a day as are named, unless the dose is a single one. */
    private Optional<Integer> timesOfDay() {
        int times = draft.when.size();
        boolean plain = TIMES_OF_DAY.containsAll(draft.when)
                && !draft.asNeeded
                && draft.divided.isEmpty()
                && cycle.isEmpty()
                && !draft.stages.contains(Stage.SINGLE);
        boolean each = times == 1 || times > 1 && !daily && draft.conditions.isEmpty();
        return Optional.of(times).filter(t -> plain && each);
    }

    /** The schedule that is one rhythm alone. */
    public static Schedule of(Recurrence r) {
        return new Schedule(
                r.frequency(),
                r.frequencyMax(),
                Optional.of(r.period()),
                r.periodMax(),
                Optional.of(r.unit()),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private Optional<Schedule> schedule(Optional<Recurrence> r) {
        if (r.isEmpty() && draft.when.isEmpty() && cycle.isEmpty() && draft.daysOfWeek.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Schedule(
                r.flatMap(Recurrence::frequency),
                r.flatMap(Recurrence::frequencyMax),
                r.map(Recurrence::period),
                r.flatMap(Recurrence::periodMax),
                r.map(Recurrence::unit),
                when(r),
                draft.daysOfWeek,
                cycle.map(CycleDays::days).orElse(List.of()),
                cycle.flatMap(CycleDays::length)));
    }

    /**
     * "Once daily in the evening or at bedtime" has more times of the day than doses: FHIR would read a dose at each, so they stay
     * text.
     */
    private List<String> when(Optional<Recurrence> r) {
        List<String> when = draft.when.stream().distinct().toList();
        Optional<Integer> daily = r.filter(
                        d -> d.unit().equals("d") && d.period().compareTo(BigDecimal.ONE) == 0)
                .flatMap(d -> d.frequencyMax().or(d::frequency));
        long times = when.stream().filter(TIMES_OF_DAY::contains).count();
        return daily.isPresent() && times > daily.get()
                ? when.stream().filter(w -> !TIMES_OF_DAY.contains(w)).toList()
                : when;
    }

    /** Joins "OD or BID" into a range, drops what only restates, and keeps real alternatives apart. */
    private List<Recurrence> merged() {
        List<Recurrence> merged = new ArrayList<>();
        DoseDraft.Placed last = null;
        for (DoseDraft.Placed placed : draft.recurrences) {
            if (last == null) {
                merged.add(placed.recurrence());
                last = placed;
                continue;
            }
            Recurrence before = merged.get(merged.size() - 1);
            Recurrence now = placed.recurrence();
            boolean alternative = tokens.is(placed.from() - 1, "or", "to", "-", "/")
                    || tokens.is(placed.from() - 1, "even", "either") && tokens.is(placed.from() - 2, "or")
                    || tokens.is(last.to(), "or");
            boolean inBrackets = tokens.is(placed.from() - 1, "(");
            if (alternative && !inBrackets) {
                Optional<Recurrence> joined = before.or(now);
                joined.ifPresent(j -> merged.set(merged.size() - 1, j));
                if (joined.isEmpty()) {
                    merged.add(now);
                }
            } else if (before.restates(Recurrence.times(1, "d")) && !before.bare() && isDaysOfWeek(placed)) {
                // "once daily, five days a week": once on each of these days.
                merged.set(merged.size() - 1, now);
            } else if (before.bare() && !inBrackets && !before.restates(now)) {
                merged.add(now);
            } else if (isLonger(now) && (draft.course.isPresent() || cycle.isPresent())) {
                merged.add(now);
                interval = Optional.of(placed);
            } else if (!before.restates(now) && !last.recurrence().restates(now) && !before.spans(now)) {
                dropped.add(placed.mention());
            }
            last = placed;
        }
        return merged;
    }

    private boolean isDaysOfWeek(DoseDraft.Placed placed) {
        return placed.recurrence().unit().equals("wk")
                && placed.recurrence().period().compareTo(BigDecimal.ONE) == 0
                && IntStream.range(placed.from(), placed.to()).anyMatch(t -> tokens.is(t, "days"));
    }

    private static boolean isLonger(Recurrence r) {
        return !r.unit().equals("h") && !r.unit().equals("min") && !r.unit().equals("d") && !r.bare()
                || r.unit().equals("d") && r.period().compareTo(BigDecimal.valueOf(7)) >= 0;
    }

    /** "on days 1 and 8, repeated every 21 days", "daily for 5 days every 3 weeks": the interval is the cycle's length. */
    private void intervalOfCycle(List<Recurrence> recurrences) {
        Optional<Recurrence> interval = recurrences.stream()
                .filter(ScheduleBuilder::isLonger)
                .filter(r ->
                        r.frequency().equals(Optional.of(1)) && r.periodMax().isEmpty())
                .filter(r -> r.period().compareTo(BigDecimal.ONE) > 0)
                .filter(r -> r.unit().equals("wk") || r.unit().equals("d"))
                .findFirst();
        if (interval.isEmpty()) {
            return;
        }
        int length = interval.get().period().intValue() * (interval.get().unit().equals("wk") ? 7 : 1);
        boolean eachDay = daily || recurrences.stream().anyMatch(r -> r.unit().equals("d") && !isLonger(r));
        if (cycle.isPresent() && cycle.get().length().isEmpty()) {
            cycle = Optional.of(new CycleDays(cycle.get().days(), Optional.of(length)));
            recurrences.remove(interval.get());
        } else if (cycle.isEmpty()
                && eachDay
                && course.filter(c -> isDaysWithin(c, length)).isPresent()) {
            int days = course.get().high().orElseThrow().intValue();
            cycle = Optional.of(
                    new CycleDays(IntStream.rangeClosed(1, days).boxed().toList(), Optional.of(length)));
            course = Optional.empty();
            recurrences.remove(interval.get());
        }
    }

    /** "for 21 days, followed by 7 days off": both are the cycle; of a weekly dose its days are those of the week's beginning. */
    private boolean isPauseOfCycle(Extent pause, List<Recurrence> recurrences) {
        Optional<Integer> on = course.flatMap(ScheduleBuilder::days);
        Optional<Integer> off = days(pause);
        boolean weekly = recurrences.stream().allMatch(r -> r.restates(Recurrence.times(1, "wk")));
        boolean daily = this.daily || recurrences.stream().anyMatch(r -> !isLonger(r));
        if (on.isEmpty() || off.isEmpty() || cycle.isPresent() || recurrences.size() > 1 || !daily && !weekly) {
            return false;
        }
        int step = daily ? 1 : DAYS_OF_WEEK;
        List<Integer> days = IntStream.rangeClosed(1, on.get())
                .filter(d -> (d - 1) % step == 0)
                .boxed()
                .toList();
        cycle = Optional.of(new CycleDays(days, Optional.of(on.get() + off.get())));
        course = Optional.empty();
        return true;
    }

    /** An exact length of no more than a year. */
    private static Optional<Integer> days(Extent e) {
        int each = e.unit().equals("wk") ? DAYS_OF_WEEK : 1;
        return e.high()
                .filter(h -> e.low().equals(e.high()) && h.stripTrailingZeros().scale() <= 0)
                .filter(h -> e.unit().equals("wk") || e.unit().equals("d"))
                .map(h -> h.intValue() * each)
                .filter(d -> d <= MOST_DAYS);
    }

    private static boolean isDaysWithin(Extent e, int length) {
        return e.unit().equals("d")
                && e.low().isPresent()
                && e.high().filter(h -> h.intValue() < length && h.scale() <= 0).isPresent();
    }
}
