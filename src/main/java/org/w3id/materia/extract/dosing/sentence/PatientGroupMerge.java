package org.w3id.materia.extract.dosing.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3id.materia.extract.fact.Band;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Population;

/** Joins the groups that labels and a sentence name: bands narrow the groups above them, two names of one group are one. */
public final class PatientGroupMerge {
    private static final BigDecimal YOUNGEST_ADOLESCENT = BigDecimal.valueOf(12);
    private static final BigDecimal NEONATAL_DAYS = BigDecimal.valueOf(28);
    private static final BigDecimal DAYS_OF_WEEK = BigDecimal.valueOf(7);

    private PatientGroupMerge() {}

    /** Groups that name nobody but only set a band narrow the groups above them; others replace them. */
    public static List<PatientGroup> refined(List<PatientGroup> outer, List<PatientGroup> inner) {
        if (inner.isEmpty()) {
            return merged(outer);
        }
        List<PatientGroup> refined = new ArrayList<>();
        for (PatientGroup group : inner) {
            if (isBandOnly(group) && !outer.isEmpty()) {
                List<PatientGroup> of =
                        outer.stream().filter(o -> !isPast(group, o)).toList();
                (of.isEmpty() ? outer : of)
                        .stream().map(o -> narrowed(o, group)).forEach(refined::add);
            } else {
                refined.add(group);
            }
        }
        boolean newborn = refined.stream().anyMatch(g -> g.population().equals(Optional.of(Population.NEONATE)));
        refined.removeIf(g -> newborn && g.population().equals(Optional.of(Population.INFANT)) && isNewborn(g));
        return merged(
                onlyImpaired(refined).stream().map(g -> withinLimits(g, outer)).toList());
    }

    /**
     * Impairment wins over age; "renal impairment (adults and children weighing 40 kg or more)" keeps the one limit of weight that its
     * patients have.
     */
    private static List<PatientGroup> onlyImpaired(List<PatientGroup> groups) {
        List<PatientGroup> impaired =
                groups.stream().filter(PatientGroupMerge::isImpaired).toList();
        List<Band> weights = groups.stream()
                .filter(g -> !isImpaired(g))
                .flatMap(g -> g.weight().stream())
                .distinct()
                .toList();
        if (impaired.isEmpty()) {
            return groups;
        }
        return weights.size() == 1
                ? impaired.stream().map(g -> weighing(g, weights.get(0))).toList()
                : impaired;
    }

    /** A row of impaired patients below a label of the same patients keeps the label's limit of weight. */
    private static PatientGroup withinLimits(PatientGroup group, List<PatientGroup> outer) {
        return outer.stream()
                .filter(o ->
                        isImpaired(group) && isImpaired(o) && o.population().equals(group.population()))
                .flatMap(o -> o.weight().stream())
                .findFirst()
                .map(w -> weighing(group, w))
                .orElse(group);
    }

    private static PatientGroup weighing(PatientGroup group, Band weight) {
        return new PatientGroup(
                group.population(),
                group.words(),
                group.age(),
                group.weight().or(() -> Optional.of(weight)),
                group.clearance());
    }

    /** "Severe renal impairment (CrCl <30 mL/min)" names one group twice; two bands of one population stay two groups. */
    static List<PatientGroup> merged(List<PatientGroup> groups) {
        List<PatientGroup> merged = new ArrayList<>();
        for (PatientGroup group : groups) {
            if (group.population().isEmpty()
                    && !merged.isEmpty()
                    && group.clearance().isPresent()) {
                // "Adults and children, CrCl above 50 mL/min": the band is said of all of them.
                merged.replaceAll(m -> isSame(m, group) ? joined(m, group) : m);
                continue;
            }
            // "Adults and adolescents (12 to 17 years) weighing 50 kg or more": the band is said of the last.
            int same = merged.size() - 1;
            while (same >= 0 && !isSame(merged.get(same), group)) {
                same--;
            }
            if (same < 0) {
                merged.add(group);
            } else {
                merged.set(same, joined(merged.get(same), group));
            }
        }
        return merged;
    }

    private static boolean isSame(PatientGroup a, PatientGroup b) {
        boolean alike = a.population().isPresent() && a.population().equals(b.population())
                || a.population().isEmpty()
                || b.population().isEmpty();
        return alike
                && !differ(a.age(), b.age())
                && !differ(a.weight(), b.weight())
                && !differ(a.clearance(), b.clearance());
    }

    private static <T> boolean differ(Optional<T> a, Optional<T> b) {
        return a.isPresent() && b.isPresent() && !a.equals(b);
    }

    private static PatientGroup joined(PatientGroup a, PatientGroup b) {
        String words = a.words().contains(b.words()) ? a.words() : a.words() + ", " + b.words();
        return new PatientGroup(
                a.population().or(b::population),
                words,
                a.age().or(b::age),
                a.weight().or(b::weight),
                a.clearance().or(b::clearance));
    }

    /** "6-12 years" and "≥60 kg", as against "children 6-12 years". */
    private static boolean isBandOnly(PatientGroup group) {
        return !Character.isLetter(group.words().charAt(0))
                || group.population().isEmpty()
                || group.words()
                        .toLowerCase(Locale.ROOT)
                        .matches("(?:ages?|aged|over|under|above|below|between|from|less|older|younger)\\b.*");
    }

    /** "6 to 11 months" under "Children" are infants, "12-17 years" adolescents. */
    private static Optional<Population> population(PatientGroup outer, PatientGroup band) {
        boolean part = outer.population().equals(Optional.of(Population.CHILD))
                && band.population()
                        .filter(p -> p == Population.INFANT || p == Population.ADOLESCENT)
                        .isPresent();
        return part ? band.population() : outer.population().or(band::population);
    }

    private static PatientGroup narrowed(PatientGroup outer, PatientGroup band) {
        return new PatientGroup(
                population(outer, band),
                isReplaced(outer, band) ? band.words() : outer.words() + ", " + band.words(),
                band.age().or(outer::age),
                band.weight().or(outer::weight),
                band.clearance().or(outer::clearance));
    }

    /** "Weight 10-20 kg: 250 mg; 20-40 kg: 500 mg": the label is a band beside that below it, and says no more of its patients. */
    private static boolean isReplaced(PatientGroup outer, PatientGroup band) {
        return outer.population().isEmpty()
                && (outer.age().isEmpty() || band.age().isPresent())
                && (outer.weight().isEmpty() || band.weight().isPresent())
                && (outer.clearance().isEmpty() || band.clearance().isPresent());
    }

    /** "Neonate under 7 days 25 mg; 7-20 days 50 mg": a band alone is one of the patients that the clause before names. */
    static PatientGroup continued(List<PatientGroup> patients, PatientGroup group) {
        List<PatientGroup> before = merged(patients);
        boolean alone = group.population().isEmpty() && group.clearance().isEmpty() && before.size() == 1;
        if (!alone) {
            return group;
        }
        Optional<Population> population = before.get(0).population().filter(p -> group.age()
                .map(band -> isAgeOf(p, band))
                .orElse(before.get(0).weight().isPresent()));
        return new PatientGroup(population, group.words(), group.age(), group.weight(), group.clearance());
    }

    /** "Aged 6 to 12 years" under "Children and teenagers": of these none is a teenager. */
    private static boolean isPast(PatientGroup band, PatientGroup outer) {
        return outer.population().equals(Optional.of(Population.ADOLESCENT))
                && band.age()
                        .flatMap(Band::high)
                        .filter(h -> !band.age().get().unit().equals("a") || h.compareTo(YOUNGEST_ADOLESCENT) <= 0)
                        .isPresent();
    }

    /** Of the young only, and of newborns within their 28 days. */
    private static boolean isAgeOf(Population population, Band age) {
        return switch (population) {
            case NEONATE ->
                age.unit().equals("d")
                        && age.high()
                                .filter(h -> h.compareTo(NEONATAL_DAYS) <= 0)
                                .isPresent();
            case INFANT -> age.unit().equals("wk") || age.unit().equals("mo");
            default -> false;
        };
    }

    /** "Neonates and infants, under 2 weeks": of these none is an infant. */
    private static boolean isNewborn(PatientGroup group) {
        return group.age()
                .filter(a -> a.unit().equals("d") || a.unit().equals("wk"))
                .flatMap(a -> a.high().map(h -> a.unit().equals("wk") ? h.multiply(DAYS_OF_WEEK) : h))
                .filter(days -> days.compareTo(NEONATAL_DAYS) <= 0)
                .isPresent();
    }

    private static boolean isImpaired(PatientGroup group) {
        return group.population().equals(Optional.of(Population.RENAL))
                || group.population().equals(Optional.of(Population.HEPATIC));
    }
}
