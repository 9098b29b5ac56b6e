package org.w3id.materia.extract.dosing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.DoseStatement.Maximum;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.Schedule;
import org.w3id.materia.monograph.SourceDocument;

/**
 * Doses that contradict each other: a ceiling below the dose, or units so far apart that one is likely a slip. The text may mean it;
 * a pharmacist should look.
 */
final class SuspiciousDoses {
    /** So many statements back a dose is compared with; a line seldom has more. */
    private static final int REACH = 24;

    /** Micrograms for milligrams, milligrams for grams. */
    private static final BigDecimal SLIP_OF_UNIT = BigDecimal.valueOf(1000);

    private static final Map<String, BigDecimal> MILLIGRAMS = Map.of(
            "ng", new BigDecimal("0.000001"), "ug", new BigDecimal("0.001"), "mg", BigDecimal.ONE, "g", SLIP_OF_UNIT);

    /**
     * A dose that looks wrong.
     *
     * @param statement the later of the statements that contradict each other
     * @param reason one sentence for a person
     */
    record Suspicion(DoseStatement statement, String reason) {}

    private final List<Suspicion> found = new ArrayList<>();

    private SuspiciousDoses() {}

    /** Compares doses for the same use that stand on one line: elsewhere a step of titration or a use that is not named may explain them. */
    static List<Suspicion> in(List<DoseStatement> statements, SourceDocument source) {
        SuspiciousDoses doses = new SuspiciousDoses();
        List<Integer> lines = statements.stream()
                .map(s -> source.lineOf(s.evidence().span().start()))
                .toList();
        for (int i = 0; i < statements.size(); i++) {
            DoseStatement later = statements.get(i);
            doses.checkCeiling(later, later, later);
            for (int k = Math.max(0, i - REACH); k < i; k++) {
                DoseStatement earlier = statements.get(k);
                if (lines.get(k).equals(lines.get(i)) && sameUse(earlier, later)) {
                    doses.checkCeiling(earlier, later, later);
                    doses.checkCeiling(later, earlier, later);
                    doses.checkUnits(earlier, later);
                }
            }
        }
        return List.copyOf(doses.found);
    }

    private static boolean sameUse(DoseStatement a, DoseStatement b) {
        return Objects.equals(a.groups(), b.groups())
                && Objects.equals(a.indication(), b.indication())
                && (a.route().isEmpty() || b.route().isEmpty() || a.route().equals(b.route()))
                && Objects.equals(a.ingredient(), b.ingredient());
    }

    private void checkCeiling(DoseStatement dose, DoseStatement limit, DoseStatement reported) {
        for (Maximum maximum : limit.maxima()) {
            Optional<Amount> most = Optional.of(maximum.amount());
            if (maximum.period().isEmpty()) {
                Optional<BigDecimal> single =
                        dose.amount().filter(a -> a.perTime().isEmpty()).flatMap(a -> low(a, most));
                exceeds(single, most, "The maximum for one dose is below the dose.", reported);
            } else if (isDay(maximum.period().get())) {
                Optional<BigDecimal> day =
                        dose.amount().flatMap(a -> low(a, most).flatMap(low -> perDay(a, low, dose)));
                exceeds(day, most, "The maximum for a day is below the dose of a day.", reported);
            }
        }
    }

    private static boolean isDay(Extent period) {
        String length =
                period.high().or(period::low).orElseThrow().stripTrailingZeros().toPlainString();
        return (length + period.unit()).equals("1d") || (length + period.unit()).equals("24h");
    }

    private void exceeds(Optional<BigDecimal> dose, Optional<Amount> limit, String reason, DoseStatement reported) {
        Optional<BigDecimal> most = limit.flatMap(l -> l.high().map(high -> comparable(high, l)));
        if (dose.isPresent() && most.isPresent() && dose.get().compareTo(most.get()) > 0) {
            found.add(new Suspicion(reported, reason));
        }
    }

    private void checkUnits(DoseStatement earlier, DoseStatement later) {
        if (earlier.amount().isEmpty() || later.amount().isEmpty()) {
            return;
        }
        Amount a = earlier.amount().get();
        Amount b = later.amount().get();
        Optional<BigDecimal> x = low(a, Optional.of(b));
        Optional<BigDecimal> y = low(b, Optional.of(a));
        if (a.unit().equals(b.unit())
                || !a.perTime().equals(b.perTime())
                || x.isEmpty()
                || y.isEmpty()
                || x.get().min(y.get()).signum() <= 0) {
            return;
        }
        BigDecimal ratio = x.get().max(y.get()).divide(x.get().min(y.get()), 3, RoundingMode.HALF_UP);
        if (ratio.compareTo(SLIP_OF_UNIT) >= 0) {
            found.add(new Suspicion(
                    later,
                    "Doses for the same use are given in " + a.unit() + " and in " + b.unit()
                            + ", and are a thousand times apart."));
        }
    }

    /** The lower end of an amount, comparable with another one; empty where the two measure different things. */
    private static Optional<BigDecimal> low(Amount amount, Optional<Amount> other) {
        return other.filter(o -> o.perBody().equals(amount.perBody()))
                .filter(o -> o.unit().equals(amount.unit())
                        || MILLIGRAMS.containsKey(o.unit()) && MILLIGRAMS.containsKey(amount.unit()))
                .flatMap(o -> amount.low().or(amount::high))
                .map(value -> comparable(value, amount));
    }

    private static BigDecimal comparable(BigDecimal value, Amount amount) {
        return value.multiply(MILLIGRAMS.getOrDefault(amount.unit(), BigDecimal.ONE));
    }

    /** What is given in a day at least; empty where that is not stated. */
    private static Optional<BigDecimal> perDay(Amount amount, BigDecimal low, DoseStatement dose) {
        if (amount.perTime().isPresent()) {
            return amount.perTime().filter(t -> t.equals("d")).map(t -> low);
        }
        return Optional.of(dose.schedule()
                .filter(s -> s.periodUnit().filter(u -> u.equals("d")).isPresent())
                .filter(s ->
                        s.period().filter(p -> p.compareTo(BigDecimal.ONE) == 0).isPresent())
                .flatMap(Schedule::frequency)
                .map(times -> low.multiply(BigDecimal.valueOf(times)))
                .orElse(low));
    }
}
