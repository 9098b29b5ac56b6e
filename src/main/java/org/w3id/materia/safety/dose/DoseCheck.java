package org.w3id.materia.safety.dose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Dosage;
import org.w3id.materia.safety.asked.GroupFit;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.dose.DoseLabels.Governed;
import org.w3id.materia.safety.drug.Drug;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.drug.Matched;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.Gaps;
import org.w3id.materia.safety.stated.Measure;
import org.w3id.materia.safety.stated.MedicineFacts;
import org.w3id.materia.safety.stated.Severity;
import org.w3id.materia.safety.stated.StatedDose;

/** The doses of one ordered medicine against the ceilings and the doses that its monograph states. */
public final class DoseCheck {
    /** A sentence that stayed text and may state a dose. */
    private static final Pattern MAY_STATE_A_DOSE = Pattern.compile(
            "\\d\\s*(?:mg|g|mcg|µg|ug|micrograms?|units?|iu|ml|tablets?|capsules?|puffs?|drops?|%|mmol)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Patient patient;
    private final Gaps gaps;

    public DoseCheck(Patient patient, Gaps gaps) {
        this.patient = patient;
        this.gaps = gaps;
    }

    /**
     * What is asked about.
     *
     * @param number place of the medicine in the list
     * @param others the other medicines
     */
    public record Asked(
            int number, ListedMedicine medicine, Drug drug, List<MedicineFacts> monographs, List<Drug> others) {}

    /** A stated dose that is for this patient and route, as far as that is known. */
    private record Applying(StatedDose dose, Governed governed, GroupFit fit) {
        boolean isSpecific() {
            return governed == Governed.BY_OTHER_MEDICINE
                    || dose.groups().stream()
                            .anyMatch(group -> group.of(Measure.CLEARANCE).isPresent());
        }

        boolean holds() {
            return fit == GroupFit.YES && governed != Governed.BY_SOMETHING_ELSE;
        }
    }

    /** Alerts for the doses of the medicine. */
    public List<Alert> alerts(Asked asked) {
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
                List<Applying> applying = applying(facts, ordered, asked);
                List<Alert> above = ceilings(applying, amounts, asked);
                alerts.addAll(above);
                if (above.isEmpty()) {
                    range(applying, amounts, asked).ifPresent(alerts::add);
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
    public Optional<Alert> together(List<Asked> same) {
        Optional<ComparableAmount> sum = Optional.empty();
        for (Asked asked : same) {
            Optional<ComparableAmount> day = ofADay(asked);
            if (day.isEmpty() || sum.isPresent() && !sum.get().isComparable(day.get())) {
                gaps.add(
                        String.join(", ", labels(same)),
                        "What they amount to together in a day was not compared with a stated maximum: the dose of "
                                + asked.drug().label() + " is not known as an amount of the substance for a day.");
                return Optional.empty();
            }
            sum = sum.map(s -> s.plus(day.get())).or(() -> day);
        }
        DoseAmounts amounts = new DoseAmounts(Optional.empty(), Optional.empty(), sum, sum);
        Asked first = same.get(0);
        return first.monographs().stream()
                .flatMap(facts -> general(applying(facts.stated().doses().stream(), first), amounts, first).stream())
                .findFirst()
                .map(exceeded -> above(exceeded, same));
    }

    private static List<String> labels(List<Asked> same) {
        return same.stream().map(asked -> asked.drug().label()).toList();
    }

    /** Of all its doses, those that follow each other not added up; empty where one is no amount of a single substance. */
    private Optional<ComparableAmount> ofADay(Asked asked) {
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

    private List<Applying> applying(MedicineFacts facts, Dosage ordered, Asked asked) {
        return applying(facts.stated().doses().stream().filter(dose -> isOfRoute(dose.dosage(), ordered)), asked);
    }

    private List<Applying> applying(Stream<StatedDose> stated, Asked asked) {
        return stated.map(dose ->
                        new Applying(dose, DoseLabels.of(dose, asked.others()), GroupFit.ofAny(dose.groups(), patient)))
                .filter(a -> a.fit() != GroupFit.NO)
                .toList();
    }

    private static boolean isOfRoute(Dosage stated, Dosage ordered) {
        return !stated.hasRoute()
                || !ordered.getRoute().hasCoding()
                || stated.getRoute().getCoding().stream().anyMatch(s -> ordered.getRoute().getCoding().stream()
                        .anyMatch(o -> s.getCode().equals(o.getCode())));
    }

    /** Those that the order exceeds. */
    private List<Alert> ceilings(List<Applying> applying, DoseAmounts ordered, Asked asked) {
        List<Exceeded> exceeded = new ArrayList<>();
        for (Applying a : applying) {
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

    /** One of the general ceilings, where the order exceeds all: the greatest decides, because each may be for another use. */
    private Optional<Exceeded> general(List<Applying> applying, DoseAmounts ordered, Asked asked) {
        List<Exceeded> general = new ArrayList<>();
        for (Applying a : applying) {
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

    private record Exceeded(Applying applying, boolean isAbove) {}

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

    /** Outside of everything that is stated for this patient and route. */
    private Optional<Alert> range(List<Applying> applying, DoseAmounts ordered, Asked asked) {
        if (applying.stream().anyMatch(DoseCheck::mayStateMore)) {
            gaps.add(
                    asked.drug().label(),
                    "Some sentences about its dosing could not be read whole: whether the dose is usual was not"
                            + " evaluated.");
            return Optional.empty();
        }
        List<Applying> stated =
                applying.stream().filter(a -> a.dose().isComputed()).toList();
        if (ordered.mostOfADay().isEmpty()
                || stated.stream().noneMatch(Applying::holds)
                || stated.stream().anyMatch(a -> daily(a).isEmpty() && !isOnce(a))) {
            gaps.add(
                    asked.drug().label(),
                    "Whether the dose is usual was not evaluated: what is stated cannot all be compared with it.");
            return Optional.empty();
        }
        ComparableAmount day = ordered.mostOfADay().get();
        List<Applying> regular = stated.stream()
                .filter(a -> daily(a).filter(d -> d.mostOfADay().get().isComparable(day))
                        .isPresent())
                .toList();
        if (regular.isEmpty()) {
            return Optional.empty();
        }
        Applying most = regular.stream()
                .max(Comparator.comparing(a -> daily(a).get().mostOfADay().get().value()))
                .get();
        if (day.exceeds(daily(most).get().mostOfADay().get())) {
            return Optional.of(outside(Alert.Kind.HIGH_DOSE, Severity.MODERATE, most, asked));
        }
        return least(regular)
                .filter(least -> daily(least).get().leastOfADay().get().exceeds(day))
                .map(least -> outside(Alert.Kind.LOW_DOSE, Severity.LOW, least, asked));
    }

    /** The one of the smallest amount; a maximum alone says nothing of what is too little. */
    private Optional<Applying> least(List<Applying> regular) {
        return regular.stream()
                .filter(a -> daily(a).get().leastOfADay().isPresent())
                .min(Comparator.comparing(
                        a -> daily(a).get().leastOfADay().get().value()));
    }

    private static boolean mayStateMore(Applying a) {
        return !a.dose().isComputed()
                && MAY_STATE_A_DOSE.matcher(a.dose().fact().sentence()).find();
    }

    /** A dose that is given once says nothing of a day. */
    private static boolean isOnce(Applying a) {
        return List.of("single", "loading", "premedication")
                .contains(a.dose().stage().getCode());
    }

    /** What it amounts to in a day, a ceiling among it. */
    private Optional<DoseAmounts> daily(Applying a) {
        Dosage dosage = a.dose().dosage();
        DoseAmounts amounts = DoseAmounts.of(dosage, patient.weight());
        Optional<ComparableAmount> ceiling = dosage.hasMaxDosePerPeriod()
                ? DoseAmounts.perDay(dosage.getMaxDosePerPeriod(), patient.weight())
                : Optional.empty();
        return ceiling.or(amounts::mostOfADay)
                .map(most ->
                        new DoseAmounts(amounts.least(), amounts.most(), amounts.leastOfADay(), Optional.of(most)));
    }

    private static Alert above(Exceeded exceeded, List<Asked> asked) {
        boolean certain = exceeded.applying().governed() != Governed.BY_INDICATION;
        return new Alert(
                Alert.Kind.HIGH_DOSE,
                Alert.Rating.of(certain ? Severity.HIGH : Severity.MODERATE),
                new Alert.Subject(asked.stream().map(Asked::number).toList(), "dose above the stated maximum"),
                new Alert.Ground(
                        new Matched(Match.MEASURE, certain),
                        Optional.of(exceeded.applying().dose().fact()),
                        "The ordered dose of " + String.join(" and ", labels(asked))
                                + (asked.size() > 1 ? " together" : "") + " is above what is stated as the maximum"
                                + exceeded.applying()
                                        .dose()
                                        .indication()
                                        .map(i -> " for " + i)
                                        .orElse("") + "."));
    }

    private static Alert outside(Alert.Kind kind, Severity severity, Applying nearest, Asked asked) {
        String side = kind == Alert.Kind.HIGH_DOSE ? "above" : "below";
        return new Alert(
                kind,
                Alert.Rating.of(severity),
                new Alert.Subject(List.of(asked.number()), "dose " + side + " what is stated"),
                new Alert.Ground(
                        Matched.certainly(Match.MEASURE),
                        Optional.of(nearest.dose().fact()),
                        "The ordered dose of " + asked.drug().label() + " is " + side
                                + " every dose that is stated for such a patient; the nearest is told here."));
    }
}
