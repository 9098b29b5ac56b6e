package org.w3id.materia.safety.asked;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.safety.stated.Bounds;
import org.w3id.materia.safety.stated.Measure;
import org.w3id.materia.safety.stated.StatedGroup;

/** Whether a patient belongs to a group that a fact names. */
public enum GroupFit {
    YES,
    NO,
    /** Because something of the patient is not known, or the group is no number. */
    UNKNOWN;

    private static final BigDecimal ADULT = BigDecimal.valueOf(18);
    private static final BigDecimal ADOLESCENT = BigDecimal.valueOf(12);
    private static final BigDecimal INFANT = BigDecimal.ONE;
    private static final BigDecimal NEONATE = new BigDecimal("0.0767");
    private static final BigDecimal ELDERLY = BigDecimal.valueOf(65);

    /** Groups beside each other are alternatives; nobody is left out where there is none. */
    public static GroupFit ofAny(List<StatedGroup> groups, Patient patient) {
        if (groups.isEmpty()) {
            return YES;
        }
        List<GroupFit> fits = groups.stream().map(g -> of(g, patient)).toList();
        return fits.contains(YES) ? YES : fits.contains(UNKNOWN) ? UNKNOWN : NO;
    }

    /** All that one group asks for. */
    public static GroupFit of(StatedGroup group, Patient patient) {
        GroupFit age = group.of(Measure.AGE).isPresent()
                ? within(group.of(Measure.AGE), patient.ageInYears())
                : population(group.population(), patient, group);
        return age.and(within(group.of(Measure.WEIGHT), patient.weight()))
                .and(within(group.of(Measure.CLEARANCE), patient.clearance()));
    }

    private GroupFit and(GroupFit other) {
        return this == NO || other == NO ? NO : this == UNKNOWN ? UNKNOWN : other;
    }

    private static GroupFit within(Optional<Bounds> bounds, Optional<BigDecimal> value) {
        if (bounds.isEmpty()) {
            return YES;
        }
        return value.map(v -> bounds.get().contains(v) ? YES : NO).orElse(UNKNOWN);
    }

    private static GroupFit population(String code, Patient patient, StatedGroup group) {
        return switch (code) {
            case "adult" -> age(patient, ADULT, null);
            case "child" -> age(patient, BigDecimal.ZERO, ADULT);
            case "adolescent" -> age(patient, ADOLESCENT, ADULT);
            case "infant" -> age(patient, BigDecimal.ZERO, INFANT);
            case "neonate" -> age(patient, BigDecimal.ZERO, NEONATE);
            case "elderly" -> age(patient, ELDERLY, null);
            case "pregnancy" -> patient.pregnant().map(p -> p ? YES : NO).orElse(patient.isMale() ? NO : UNKNOWN);
            case "renal" -> group.of(Measure.CLEARANCE).isPresent() ? YES : UNKNOWN;
            case "hepatic" -> UNKNOWN;
            default ->
                group.of(Measure.WEIGHT).isPresent()
                                || group.of(Measure.CLEARANCE).isPresent()
                        ? YES
                        : UNKNOWN;
        };
    }

    private static GroupFit age(Patient patient, BigDecimal from, BigDecimal before) {
        return patient.ageInYears()
                .map(years -> years.compareTo(from) >= 0 && (before == null || years.compareTo(before) < 0) ? YES : NO)
                .orElse(UNKNOWN);
    }
}
