package org.w3id.materia.safety.asked;

import java.util.List;
import org.hl7.fhir.r4.model.Dosage;
import org.w3id.materia.safety.drug.Term;

/**
 * A medicine that is asked about.
 *
 * @param reference by which the client knows it, such as the order's; empty where it has none
 * @param isNew whether it is being ordered; else it is taken already
 * @param doses how it is to be taken; empty where that is not said
 * @param reasons what it is to be taken for
 */
public record ListedMedicine(Term term, String reference, boolean isNew, List<Dosage> doses, List<Term> reasons) {
    public ListedMedicine {
        doses = List.copyOf(doses);
        reasons = List.copyOf(reasons);
    }

    /** One that is only named. */
    public static ListedMedicine of(Term term) {
        return new ListedMedicine(term, "", true, List.of(), List.of());
    }
}
