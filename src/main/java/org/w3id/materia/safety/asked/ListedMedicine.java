package org.w3id.materia.safety.asked;

import java.util.List;
import org.hl7.fhir.r4.model.Dosage;
import org.w3id.materia.model.Failure;
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
    private static final int MOST = 50;

    /** @throws Failure too costly where there are more doses or reasons than any order has, as each is compared */
    public ListedMedicine {
        doses = List.copyOf(doses);
        reasons = List.copyOf(reasons);
        if (doses.size() > MOST || reasons.size() > MOST) {
            throw Failure.tooCostly("A medicine has at most " + MOST + " doses, and reasons.");
        }
    }

    /** One that is only named. */
    public static ListedMedicine of(Term term) {
        return new ListedMedicine(term, "", true, List.of(), List.of());
    }
}
