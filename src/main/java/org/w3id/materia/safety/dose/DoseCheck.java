package org.w3id.materia.safety.dose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Dosage;
import org.w3id.materia.safety.asked.GroupFit;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.Gaps;
import org.w3id.materia.safety.stated.MedicineFacts;
import org.w3id.materia.safety.stated.StatedDose;

/** The doses of one ordered medicine against the ceilings and the doses that its monograph states. */
public final class DoseCheck {
    private final Patient patient;
    private final Gaps gaps;
    private final CeilingCheck ceilings;
    private final RangeCheck range;

    public DoseCheck(Patient patient, Gaps gaps) {
        this.patient = patient;
        this.gaps = gaps;
        ceilings = new CeilingCheck(patient, gaps);
        range = new RangeCheck(patient, gaps);
    }

    /** Alerts for the doses of the medicine. */
    public List<Alert> alerts(AskedMedicine asked) {
        List<Alert> alerts = new ArrayList<>();
        for (Dosage ordered : asked.medicine().doses()) {
            DoseAmounts amounts = DoseAmounts.of(ordered, patient.weight());
            if (amounts.most().isEmpty() && amounts.mostOfADay().isEmpty()) {
                gaps.add(asked.drug().label(), "Its ordered dose is no amount in units that can be computed with.");
                continue;
            }
            if (amounts.most().or(amounts::mostOfADay).get().isCounted()) {
                gaps.add(
                        asked.drug().label(),
                        "Its ordered dose is counted, and no amount of a substance: it was not compared with stated"
                                + " amounts.");
                continue;
            }
            for (MedicineFacts facts : asked.monographs()) {
                List<ApplyingDose> applying = applying(facts, ordered, asked);
                List<Alert> above = ceilings.exceeded(applying, amounts, asked);
                alerts.addAll(above);
                if (above.isEmpty()) {
                    range.outside(applying, amounts, asked).ifPresent(alerts::add);
                }
            }
        }
        return alerts;
    }

    /**
     * What several medicines of one substance, or several doses of one medicine, amount to together in a day.
     *
     * @param same the medicines, the one whose monograph tells the maximum first
     */
    public Optional<Alert> together(List<AskedMedicine> same) {
        Optional<ComparableAmount> sum = Optional.empty();
        for (AskedMedicine asked : same) {
            Optional<ComparableAmount> day = ofADay(asked);
            if (day.isEmpty() || sum.isPresent() && !sum.get().isComparable(day.get())) {
                gaps.add(
                        String.join(", ", AskedMedicine.labels(same)),
                        "What they amount to together in a day was not compared with a stated maximum: the dose of "
                                + asked.drug().label() + " is not known as an amount of the substance for a day.");
                return Optional.empty();
            }
            sum = sum.map(s -> s.plus(day.get())).or(() -> day);
        }
        DoseAmounts amounts = new DoseAmounts(Optional.empty(), Optional.empty(), sum, sum);
        AskedMedicine first = same.get(0);
        return first.monographs().stream()
                .flatMap(facts ->
                        ceilings
                                .exceededTogether(applying(facts.stated().doses().stream(), first), amounts, same)
                                .stream())
                .findFirst();
    }

    /** Of all its doses, those that follow each other not added up; empty where one is no amount of a single substance. */
    private Optional<ComparableAmount> ofADay(AskedMedicine asked) {
        if (asked.drug().ingredients().size() > 1 || asked.medicine().doses().isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, ComparableAmount> steps = new HashMap<>();
        for (Dosage ordered : asked.medicine().doses()) {
            Optional<ComparableAmount> day =
                    DoseAmounts.of(ordered, patient.weight()).mostOfADay();
            ComparableAmount before = steps.get(ordered.getSequence());
            if (day.isEmpty() || day.get().isCounted() || before != null && !before.isComparable(day.get())) {
                return Optional.empty();
            }
            steps.merge(ordered.getSequence(), day.get(), ComparableAmount::plus);
        }
        return steps.values().stream().reduce((a, b) -> a.exceeds(b) ? a : b);
    }

    private List<ApplyingDose> applying(MedicineFacts facts, Dosage ordered, AskedMedicine asked) {
        return applying(facts.stated().doses().stream().filter(dose -> isOfRoute(dose.dosage(), ordered)), asked);
    }

    private List<ApplyingDose> applying(Stream<StatedDose> stated, AskedMedicine asked) {
        return stated.map(dose -> new ApplyingDose(
                        dose, DoseLabels.of(dose, asked.others()), GroupFit.ofAny(dose.groups(), patient)))
                .filter(a -> a.fit() != GroupFit.NO)
                .toList();
    }

    private static boolean isOfRoute(Dosage stated, Dosage ordered) {
        return !stated.hasRoute()
                || !ordered.getRoute().hasCoding()
                || stated.getRoute().getCoding().stream().anyMatch(s -> ordered.getRoute().getCoding().stream()
                        .anyMatch(o -> s.getCode().equals(o.getCode())));
    }
}
