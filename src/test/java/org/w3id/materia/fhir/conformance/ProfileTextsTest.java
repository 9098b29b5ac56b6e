package org.w3id.materia.fhir.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A profile can be read: whatever it constrains it explains. */
class ProfileTextsTest {
    static Stream<StructureDefinition> profiles() {
        return ConformanceResources.load().all().stream()
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyElementHasAShortAndADefinition(StructureDefinition profile) {
        List<String> unexplained = new ArrayList<>();
        for (ElementDefinition element : profile.getDifferential().getElement()) {
            if (!element.hasShort() || !element.hasDefinition()) {
                unexplained.add(element.getId());
            }
        }
        assertThat(unexplained).as(profile.getId()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void theNarrativeNamesWhatMustBeThere(StructureDefinition profile) {
        String narrative = profile.getText().getDivAsString();
        for (ElementDefinition element : profile.getDifferential().getElement()) {
            if (element.getMin() > 0 && !profile.getType().equals("Extension")) {
                assertThat(narrative).as(profile.getId()).contains(element.getId());
            }
        }
    }
}
