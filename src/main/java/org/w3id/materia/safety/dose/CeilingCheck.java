package org.w3id.materia.safety.dose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Dosage;
import org.w3id.materia.safety.asked.GroupFit;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.dose.DoseLabels.Governed;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.drug.Matched;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.Gaps;
import org.w3id.materia.safety.stated.Severity;

/** What an order amounts to against the maxima that a monograph states. */
final class CeilingCheck {
    private final Patient patient;
    private final Gaps gaps;

    CeilingCheck(Patient patient, Gaps gaps) {
        this.patient = patient;
        this.gaps = gaps;
    }

    /** Those that the order exceeds. */
    List<Alert> exceeded(List<ApplyingDose> applying, DoseAmounts ordered, AskedMedicine asked) {
        List<Exceeded> exceeded = new ArrayList<>();
        for (ApplyingDose a : applying) {
            boolean isOfThisPatient =
                    a.isSpecific() && a.fit() == GroupFit.YES && a.governed() != Governed.BY_SOMETHING_ELSE;
            if (isOfThisPatient
                    && exceeds(a.dose().dosage(), ordered, asked.drug().label()).orElse(false)) {
                exceeded.add(new Exceeded(a, true));
            }
        }
        general(applying, ordered, asked).ifPresent(exceeded::add);
        return exceeded.stream().map(e -> above(e, List.of(asked))).toList();
    }

    /** Where several orders together exceed all general ceilings. */
    Optional<Alert> exceededTogether(List<ApplyingDose> applying, DoseAmounts ordered, List<AskedMedicine> same) {
        return general(applying, ordered, same.get(0)).map(exceeded -> above(exceeded, same));
    }

    /** One of the general ceilings, where the order exceeds all: the greatest decides, because each may be for another use. */
    private Optional<Exceeded> general(List<ApplyingDose> applying, DoseAmounts ordered, AskedMedicine asked) {
        List<Exceeded> general = new ArrayList<>();
        for (ApplyingDose a : applying) {
            Optional<Boolean> above =
                    exceeds(a.dose().dosage(), ordered, asked.drug().label());
            if (above.isEmpty() || a.governed() == Governed.BY_SOMETHING_ELSE) {
                continue;
            }
            if (a.fit() == GroupFit.UNKNOWN) {
                gaps.add(
                        asked.drug().label(),
                        "A ceiling that is stated for certain patients was not applied, because it is not known"
                                + " whether this is one: “"
                                + a.dose().fact().sentence() + "”");
            } else if (!a.isSpecific()) {
                general.add(new Exceeded(a, above.get()));
            }
        }
        return general.stream().allMatch(Exceeded::isAbove) ? general.stream().findFirst() : Optional.empty();
    }

    private record Exceeded(ApplyingDose applying, boolean isAbove) {}

    /** Whether the order is above the ceiling of a dosage; empty where it has none, or the two cannot be compared. */
    private Optional<Boolean> exceeds(Dosage stated, DoseAmounts ordered, String label) {
        Optional<Boolean> above = Optional.empty();
        if (stated.hasMaxDosePerAdministration()) {
            above = ordered.most()
                    .flatMap(most -> ComparableAmount.of(stated.getMaxDosePerAdministration(), patient.weight())
                            .filter(most::isComparable)
                            .map(most::exceeds));
        }
        if (stated.hasMaxDosePerPeriod() && !above.orElse(false)) {
            Optional<ComparableAmount> ceiling =
                    ComparableAmount.of(stated.getMaxDosePerPeriod().getNumerator(), patient.weight());
            Optional<BigDecimal> days = DoseAmounts.days(stated.getMaxDosePerPeriod());
            Optional<Boolean> overTime = ceiling.flatMap(c -> days.flatMap(d -> within(ordered, d))
                    .filter(c::isComparable)
                    .map(o -> o.exceeds(c)));
            above = overTime.isPresent() ? overTime : above;
        }
        tellWeight(stated, label);
        return above;
    }

    private void tellWeight(Dosage stated, String label) {
        boolean byWeight =
                ComparableAmount.needsWeight(stated.getMaxDosePerPeriod().getNumerator())
                        || ComparableAmount.needsWeight(stated.getMaxDosePerAdministration());
        if (byWeight && patient.weight().isEmpty()) {
            gaps.missing("weight", label);
        }
    }

    /** What the order amounts to within so many days: at least one dose. */
    private static Optional<ComparableAmount> within(DoseAmounts ordered, BigDecimal days) {
        Optional<ComparableAmount> onAverage = ordered.mostOfADay().map(day -> day.times(days));
        return onAverage
                .filter(a -> ordered.most().map(single -> !single.exceeds(a)).orElse(true))
                .or(ordered::most);
    }

    private static Alert above(Exceeded exceeded, List<AskedMedicine> asked) {
        boolean certain = exceeded.applying().governed() != Governed.BY_INDICATION;
        return new Alert(
                Alert.Kind.HIGH_DOSE,
                Alert.Rating.of(certain ? Severity.HIGH : Severity.MODERATE),
                new Alert.Subject(asked.stream().map(AskedMedicine::number).toList(), "dose above the stated maximum"),
                new Alert.Ground(
                        new Matched(Match.MEASURE, certain),
                        Optional.of(exceeded.applying().dose().fact()),
                        "The ordered dose of " + String.join(" and ", AskedMedicine.labels(asked))
                                + (asked.size() > 1 ? " together" : "") + " is above what is stated as the maximum"
                                + exceeded.applying()
                                        .dose()
                                        .indication()
                                        .map(i -> " for " + i)
                                        .orElse("") + "."));
    }
}
