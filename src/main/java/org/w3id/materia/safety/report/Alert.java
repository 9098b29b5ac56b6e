package org.w3id.materia.safety.report;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.safety.drug.Matched;
import org.w3id.materia.safety.stated.Severity;
import org.w3id.materia.safety.stated.StatedFact;
import org.w3id.materia.safety.stated.Strength;

/** Something to be looked at before the medicines are given together, or to this patient. */
public record Alert(Kind kind, Rating rating, Subject subject, Ground ground) {
    /** What an alert is about, with its code in HL7's v3-ActCode. */
    public enum Kind {
        INTERACTION("DRG", "Drug Interaction Alert"),
        CONDITION("COND", "Condition Alert"),
        ALLERGY("ALGY", "Allergy Alert"),
        PREGNANCY("PREG", "Pregnancy Alert"),
        LACTATION("LACT", "Lactation Alert"),
        AGE("AGE", "Age Alert"),
        DUPLICATE("DUPTHPY", "Duplicate Therapy Alert"),
        HIGH_DOSE("DOSEH", "High Dose Alert"),
        LOW_DOSE("DOSEL", "Low Dose Alert");

        private final String code;
        private final String display;

        Kind(String code, String display) {
            this.code = code;
            this.display = display;
        }

        /** Of {@code http://terminology.hl7.org/CodeSystem/v3-ActCode}. */
        public String code() {
            return code;
        }

        public String display() {
            return display;
        }
    }

    /**
     * How much an alert matters.
     *
     * @param strength of the text that warns; empty where it is none of warnings
     */
    public record Rating(Severity severity, Optional<Strength> strength) {
        /** That of an alert that no sentence of a monograph gives a strength. */
        public static Rating of(Severity severity) {
            return new Rating(severity, Optional.empty());
        }

        /** That of a warning, which is less where it is not certain that it is meant. */
        public static Rating of(Strength strength, boolean certain) {
            Severity severity = strength.severity();
            return new Rating(certain ? severity : severity.weaker(), Optional.of(strength));
        }
    }

    /**
     * What an alert is about.
     *
     * @param medicines numbers of the medicines, in the list that was asked about; the one whose monograph states it first
     * @param words the fact's: the condition, the other drug, the group of patients
     */
    public record Subject(List<Integer> medicines, String words) {
        public Subject {
            medicines = List.copyOf(medicines);
        }
    }

    /**
     * Why there is an alert.
     *
     * @param matched how what is known meets what the fact names
     * @param fact on which it rests; empty only where the request alone says it
     * @param explanation how it was matched, in a sentence for people
     */
    public record Ground(Matched matched, Optional<StatedFact> fact, String explanation) {}

    /** The fact on which it rests; empty only where the request alone says it. */
    public Optional<StatedFact> fact() {
        return ground.fact();
    }

    /** Whether what is known meets all that the fact names. */
    public boolean isCertain() {
        return ground.matched().certain();
    }

    /** The sentence of the fact; where there is none, why it is told all the same. */
    public String sentence() {
        return fact().map(StatedFact::sentence).orElse(ground.explanation());
    }
}
