package org.w3id.materia.safety.asked;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.safety.drug.Term;

/**
 * What is known of a patient. What is empty is not known, which is another thing than no.
 *
 * @param ageInYears with fractions
 * @param weight in kg
 * @param clearance of creatinine, in mL/min
 */
public record Patient(
        Optional<BigDecimal> ageInYears,
        Optional<Sex> sex,
        Optional<BigDecimal> weight,
        Optional<BigDecimal> clearance,
        Optional<Boolean> pregnant,
        Optional<Boolean> breastfeeding,
        List<Term> conditions,
        List<Term> allergies) {
    /** As far as facts tell them apart. */
    public enum Sex {
        FEMALE,
        MALE
    }

    /** Of whom nothing is known. */
    public static final Patient UNKNOWN = new Patient(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    public Patient {
        conditions = List.copyOf(conditions);
        allergies = List.copyOf(allergies);
    }

    /** Whether pregnancy and breastfeeding are out of the question. */
    public boolean isMale() {
        return sex.filter(Sex.MALE::equals).isPresent();
    }
}
