package org.w3id.materia.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.safety.asked.GroupFit;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.drug.Matched;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.Gaps;
import org.w3id.materia.safety.stated.StatedWarning;

/** Contraindications and cautions of one medicine against one patient, but for allergies and other medicines. */
final class WarningCheck {
    private final Patient patient;
    private final List<KnownCondition> conditions;
    private final Gaps gaps;

    /** @param gaps hears what could not be compared */
    WarningCheck(Patient patient, List<KnownCondition> conditions, Gaps gaps) {
        this.patient = patient;
        this.conditions = conditions;
        this.gaps = gaps;
    }

    List<Alert> alerts(Listed medicine) {
        List<Alert> alerts = new ArrayList<>();
        medicine.facts().flatMap(facts -> facts.stated().warnings().stream()).forEach(warning -> {
            GroupFit fit = GroupFit.ofAny(warning.groups(), patient);
            if (fit != GroupFit.NO) {
                alerts.addAll(alerts(medicine, warning, fit == GroupFit.YES));
            }
        });
        return alerts;
    }

    private List<Alert> alerts(Listed medicine, StatedWarning warning, boolean ofThisPatient) {
        return switch (warning.kind()) {
            case "PREG" ->
                ofState(medicine, warning, ofThisPatient, Alert.Kind.PREGNANCY, patient.pregnant(), "pregnancy");
            case "LACT" ->
                ofState(
                        medicine,
                        warning,
                        ofThisPatient,
                        Alert.Kind.LACTATION,
                        patient.breastfeeding(),
                        "breastfeeding");
            case "AGE" -> ofAge(medicine, warning, ofThisPatient);
            case "COND" -> ofCondition(medicine, warning, ofThisPatient);
            default -> List.of();
        };
    }

    private List<Alert> ofState(
            Listed medicine,
            StatedWarning warning,
            boolean ofThisPatient,
            Alert.Kind kind,
            Optional<Boolean> state,
            String datum) {
        if (state.isEmpty()) {
            if (!patient.isMale()) {
                gaps.missing(datum, medicine.label());
            }
            return List.of();
        }
        return state.get()
                ? List.of(alert(
                        medicine,
                        warning,
                        kind,
                        new Matched(Match.SAME_CODE, ofThisPatient),
                        "The patient's " + datum + " was said."))
                : List.of();
    }

    private List<Alert> ofAge(Listed medicine, StatedWarning warning, boolean ofThisPatient) {
        Optional<AgePhrase> phrase = AgePhrase.parse(warning.subject().text());
        if (phrase.isEmpty()) {
            return List.of();
        }
        if (patient.ageInYears().isEmpty()) {
            gaps.missing("age", medicine.label());
            return List.of();
        }
        return phrase.get().contains(patient.ageInYears().get())
                ? List.of(alert(
                        medicine,
                        warning,
                        Alert.Kind.AGE,
                        new Matched(Match.MEASURE, ofThisPatient && phrase.get().isWhole()),
                        "The patient's age is of “" + warning.subject().text() + "”."))
                : List.of();
    }

    private List<Alert> ofCondition(Listed medicine, StatedWarning warning, boolean ofThisPatient) {
        Optional<ClearancePhrase> clearance =
                ClearancePhrase.parse(warning.subject().text());
        if (clearance.isPresent()) {
            if (patient.clearance().isEmpty()) {
                gaps.missing("creatinine clearance", medicine.label());
                return List.of();
            }
            return clearance.get().contains(patient.clearance().get())
                    ? List.of(alert(
                            medicine,
                            warning,
                            Alert.Kind.CONDITION,
                            new Matched(Match.MEASURE, ofThisPatient),
                            "The patient's clearance is of “"
                                    + warning.subject().text() + "”."))
                    : List.of();
        }
        List<Alert> alerts = new ArrayList<>();
        for (KnownCondition condition : conditions) {
            condition
                    .meets(warning.subject())
                    .ifPresent(met -> alerts.add(alert(
                            medicine,
                            warning,
                            Alert.Kind.CONDITION,
                            new Matched(met.match(), met.certain() && ofThisPatient),
                            explanation(condition, warning, met))));
        }
        return alerts;
    }

    private static String explanation(KnownCondition condition, StatedWarning warning, Matched met) {
        String recorded = "The recorded “" + condition.term().label() + "”";
        if (!met.certain()) {
            return recorded + " may or may not be “" + warning.subject().text() + "”, which says more.";
        }
        return recorded
                + switch (met.match()) {
                    case SAME_CODE -> " has the code of “" + warning.subject().text() + "”.";
                    case BROADER_CODE -> " is a kind of “" + warning.subject().text() + "” by the terminology.";
                    default -> " is named “" + warning.subject().text() + "”.";
                };
    }

    private static Alert alert(
            Listed medicine, StatedWarning warning, Alert.Kind kind, Matched met, String explanation) {
        return new Alert(
                kind,
                Alert.Rating.of(warning.strength(), met.certain()),
                new Alert.Subject(List.of(medicine.number()), warning.subject().text()),
                new Alert.Ground(met, Optional.of(warning.fact()), explanation));
    }
}
