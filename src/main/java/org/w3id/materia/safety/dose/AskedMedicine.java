package org.w3id.materia.safety.dose;

import java.util.List;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.drug.Drug;
import org.w3id.materia.safety.stated.MedicineFacts;

/**
 * A medicine whose doses are asked about.
 *
 * @param number place of the medicine in the list
 * @param others the other medicines
 */
public record AskedMedicine(
        int number, ListedMedicine medicine, Drug drug, List<MedicineFacts> monographs, List<Drug> others) {
    /** What they are called. */
    static List<String> labels(List<AskedMedicine> medicines) {
        return medicines.stream().map(asked -> asked.drug().label()).toList();
    }
}
