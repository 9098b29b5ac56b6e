package org.w3id.materia.safety;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.drug.Drug;
import org.w3id.materia.safety.stated.MedicineFacts;

/**
 * A medicine that is asked about, with the drug that it was found to be.
 *
 * @param number its place in the list
 */
record Listed(int number, ListedMedicine medicine, Drug drug) {
    String label() {
        return drug.label();
    }

    /** Its monographs; of several of one drug those of the route by which it is to be given, where that is said. */
    List<MedicineFacts> monographs() {
        Set<String> routes = medicine.doses().stream()
                .flatMap(dose -> dose.getRoute().getCoding().stream())
                .map(coding -> coding.getCode())
                .collect(Collectors.toSet());
        List<MedicineFacts> fitting = drug.monographs().stream()
                .filter(facts -> facts.routes().stream().anyMatch(routes::contains))
                .toList();
        return fitting.isEmpty() ? drug.monographs() : fitting;
    }

    Stream<MedicineFacts> facts() {
        return monographs().stream();
    }
}
