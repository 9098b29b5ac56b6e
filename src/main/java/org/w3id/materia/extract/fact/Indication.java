package org.w3id.materia.extract.fact;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.outline.Evidence;

/**
 * What the drug is used for.
 *
 * @param condition the text's own noun phrase, lower case, without "treatment of"
 * @param intent what the use aims at
 * @param status whether the text states the use, or calls it off-label or investigational
 * @param populations for whom, where stated
 * @param priorTherapy therapy that must have gone before ("after at least one prior systemic therapy")
 * @param ingredient the ingredient of a combination that the statement is about
 */
public record Indication(
        String condition,
        Intent intent,
        ApprovalStatus status,
        List<PatientGroup> populations,
        Optional<String> priorTherapy,
        Optional<String> ingredient,
        Evidence evidence) {
    public Indication {
        populations = List.copyOf(populations);
    }

    /** The state of the disease that the use is limited to ("relapsed or refractory"), where the words of the evidence state one. */
    public Optional<String> diseaseStatus() {
        return DiseaseStatus.in(evidence.quote(), condition);
    }

    /** The codes of {@code CodeSystem/intent}. */
    public enum Intent {
        TREATMENT("treatment"),
        PROPHYLAXIS("prophylaxis"),
        DIAGNOSIS("diagnosis"),
        SUPPLEMENT("supplement"),
        PALLIATION("palliation"),
        OTHER("other");

        private final String code;

        Intent(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The codes of {@code CodeSystem/approval-status}. A use that the text denies is no indication at all. */
    public enum ApprovalStatus {
        STATED("stated"),
        OFF_LABEL("off-label");

        private final String code;

        ApprovalStatus(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
