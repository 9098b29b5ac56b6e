package org.w3id.materia.server.pages.medicine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Population;
import org.w3id.materia.fhir.conformance.Canonical;

/** Populations in the text's own words, which have ages and weights in them. */
final class PopulationWords {
    private static final String POPULATION = Canonical.extension("population");

    private PopulationWords() {}

    /** Empty where nothing of them is in words. */
    static Optional<String> of(List<Population> populations) {
        List<CodeableConcept> concepts = new ArrayList<>();
        for (Population population : populations) {
            if (population.hasAgeCodeableConcept()) {
                concepts.add(population.getAgeCodeableConcept());
            }
            if (population.hasPhysiologicalCondition()) {
                concepts.add(population.getPhysiologicalCondition());
            }
            for (Extension named : population.getExtensionsByUrl(POPULATION)) {
                concepts.add((CodeableConcept) named.getValue());
            }
        }
        String words = concepts.stream().map(DoseWords::concept).distinct().collect(Collectors.joining(", "));
        return Optional.of(words).filter(w -> !w.isBlank());
    }
}
