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
 * @param monographs of several of one drug those of the route by which it is to be given, where that is said
 */
record Listed(int number, ListedMedicine medicine, Drug drug, List<MedicineFacts> monographs) {
    String label() {
        return drug.label();
    }

    static Listed of(int number, ListedMedicine medicine, Drug drug) {
        return new Listed(number, medicine, drug, monographs(medicine, drug));
    }

    private static List<MedicineFacts> monographs(ListedMedicine medicine, Drug drug) {
        Set<String> routes = medicine.doses().stream()
                .flatMap(dose -> dose.getRoute().getCoding().stream())
                .map(coding -> coding.getCode())
                .collect(Collectors.toSet());
        List<MedicineFacts> fitting = drug.monographs().stream()
                .filter(facts -> facts.description().routes().stream().anyMatch(routes::contains))
                .toList();
        return fitting.isEmpty() ? drug.monographs() : fitting;
    }

    Stream<MedicineFacts> facts() {
        return monographs().stream();
    }
}
