package org.w3id.materia.safety.report;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.stated.Fact;
import org.w3id.materia.safety.stated.Severity;
import org.w3id.materia.safety.stated.Strength;

/**
 * Something to be looked at before the medicines are given together, or to this patient.
 *
 * @param medicines numbers of the medicines that it is about, in the list that was asked about; the one whose monograph states it first
 * @param subject what it is about, in the fact's words: the condition, the other drug, the group of patients
 * @param certain whether what is known meets all that the fact names
 * @param fact on which it rests; empty only where the request alone says it
 * @param explanation how it was matched, in a sentence for people
 */
public record Alert(
        Kind kind,
        Severity severity,
        Optional<Strength> strength,
        List<Integer> medicines,
        String subject,
        Match match,
        boolean certain,
        Optional<Fact> fact,
        String explanation) {
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

    public Alert {
        medicines = List.copyOf(medicines);
    }

    /** The sentence of the fact; where there is none, why it is told all the same. */
    public String sentence() {
        return fact.map(Fact::sentence).orElse(explanation);
    }
}
