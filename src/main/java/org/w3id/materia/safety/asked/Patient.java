package org.w3id.materia.safety.asked;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.safety.drug.Term;

/** What is known of a patient. What is empty is not known, which is another thing than no. */
public final class Patient {
    /** Of whom nothing is known. */
    public static final Patient UNKNOWN = new Builder().build();

    private final Optional<BigDecimal> ageInYears;
    private final Optional<Sex> sex;
    private final Optional<BigDecimal> weight;
    private final Optional<BigDecimal> clearance;
    private final Optional<Boolean> pregnant;
    private final Optional<Boolean> breastfeeding;
    private final List<Term> conditions;
    private final List<Term> allergies;

    private Patient(Builder known) {
        ageInYears = known.ageInYears;
        sex = known.sex;
        weight = known.weight;
        clearance = known.clearance;
        pregnant = known.pregnant;
        breastfeeding = known.breastfeeding;
        conditions = known.conditions;
        allergies = known.allergies;
    }

    /** As far as facts tell them apart. */
    public enum Sex {
        FEMALE,
        MALE
    }

    /** What is known, each by its name. */
    public static final class Builder {
        private Optional<BigDecimal> ageInYears = Optional.empty();
        private Optional<Sex> sex = Optional.empty();
        private Optional<BigDecimal> weight = Optional.empty();
        private Optional<BigDecimal> clearance = Optional.empty();
        private Optional<Boolean> pregnant = Optional.empty();
        private Optional<Boolean> breastfeeding = Optional.empty();
        private List<Term> conditions = List.of();
        private List<Term> allergies = List.of();

        /** With fractions. */
        public Builder ageInYears(Optional<BigDecimal> years) {
            ageInYears = years;
            return this;
        }

        /** Administrative gender, where it is one that a monograph can mean. */
        public Builder sex(Optional<Sex> is) {
            sex = is;
            return this;
        }

        /** In kg. */
        public Builder weight(Optional<BigDecimal> kilograms) {
            weight = kilograms;
            return this;
        }

        /** Of creatinine, in mL/min. */
        public Builder clearance(Optional<BigDecimal> millilitresPerMinute) {
            clearance = millilitresPerMinute;
            return this;
        }

        /** @param is empty where nobody knows, which does not rule out that she is */
        public Builder pregnant(Optional<Boolean> is) {
            pregnant = is;
            return this;
        }

        /** @param is empty where nobody knows, which does not rule out that she is */
        public Builder breastfeeding(Optional<Boolean> is) {
            breastfeeding = is;
            return this;
        }

        /** What the patient has, in words and codes; without any, nothing is known. */
        public Builder conditions(List<Term> all) {
            conditions = List.copyOf(all);
            return this;
        }

        /** What the patient is allergic to, in words and codes; without any, nothing is known. */
        public Builder allergies(List<Term> all) {
            allergies = List.copyOf(all);
            return this;
        }

        /** The patient; what was not told is not known. */
        public Patient build() {
            return new Patient(this);
        }
    }

    /** With fractions. */
    public Optional<BigDecimal> ageInYears() {
        return ageInYears;
    }

    public Optional<Sex> sex() {
        return sex;
    }

    /** In kg. */
    public Optional<BigDecimal> weight() {
        return weight;
    }

    /** Of creatinine, in mL/min. */
    public Optional<BigDecimal> clearance() {
        return clearance;
    }

    public Optional<Boolean> pregnant() {
        return pregnant;
    }

    public Optional<Boolean> breastfeeding() {
        return breastfeeding;
    }

    public List<Term> conditions() {
        return conditions;
    }

    public List<Term> allergies() {
        return allergies;
    }

    /** Whether pregnancy and breastfeeding are out of the question. */
    public boolean isMale() {
        return sex.filter(Sex.MALE::equals).isPresent();
    }
}
