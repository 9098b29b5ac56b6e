package org.w3id.materia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.element.ElementPath;

@Tag("slow")
class ElementPathTest {
    /** Of each type; the rarest of all elements is that of a choice of five types, within one that is there by half. */
    private static final int RESOURCES = 40;

    /** The engine is the reference; what we walk must be the same elements, for every parameter that is served. */
    @Test
    void everyServedExpressionReachesWhatFhirPathReaches() {
        FhirPathElements engine = new FhirPathElements();
        Set<String> unreached = new TreeSet<>();
        for (String type : Examples.PARAMETERS.types()) {
            List<Resource> resources = new ArrayList<>();
            for (int seed = 0; seed < RESOURCES; seed++) {
                resources.add(GeneratedResources.of(type, "g" + seed, seed));
            }
            for (SearchDefinition parameter : Examples.PARAMETERS.of(type)) {
                parameter.expression().ifPresent(expression -> {
                    if (!reaches(type, expression, resources, engine)) {
                        unreached.add(type + "." + parameter.code());
                    }
                    parameter.components().forEach(c -> {
                        if (!componentReaches(type, expression, c.expression(), resources, engine)) {
                            unreached.add(type + "." + parameter.code() + "$" + c.code());
                        }
                    });
                });
            }
        }
        // On MedicationKnowledge, effects are a matter of its siblings.
        assertThat(unreached)
                .as("without any element in a generated resource")
                .containsExactly("MedicationKnowledge.effect");
    }

    private static boolean reaches(String type, String expression, List<? extends Base> from, FhirPathElements engine) {
        boolean reached = false;
        ElementPath path = ElementPath.compile(type, expression);
        for (Base each : from) {
            List<Base> ours = path.evaluate(each);
            List<Base> theirs = engine.evaluate(each, expression);
            // The engine's union drops what is equal; so does the index, later.
            assertThat(ours).as(type + ": " + expression).allMatch(one -> holds(theirs, one));
            assertThat(theirs).as(type + ": " + expression).allMatch(one -> holds(ours, one));
            reached |= !ours.isEmpty();
        }
        return reached;
    }

    private static boolean componentReaches(
            String type, String expression, String component, List<Resource> from, FhirPathElements engine) {
        List<Base> elements = new ArrayList<>();
        ElementPath path = ElementPath.compile(type, expression);
        from.forEach(resource -> elements.addAll(path.evaluate(resource)));
        return reaches(type, component, elements, engine);
    }

    private static boolean holds(List<Base> elements, Base one) {
        return elements.stream().anyMatch(e -> e.equalsDeep(one));
    }

    @Test
    void siblingExpressionsReachWhatFhirPathReaches() {
        FhirPathElements engine = new FhirPathElements();
        for (SearchDefinition parameter : Examples.PARAMETERS.of("MedicationKnowledge")) {
            parameter.siblings().ifPresent(expression -> {
                boolean reached = false;
                for (String type : Examples.PARAMETERS.types()) {
                    List<Resource> resources = new ArrayList<>();
                    for (int seed = 0; seed < RESOURCES; seed++) {
                        resources.add(GeneratedResources.of(type, "g" + seed, seed));
                    }
                    reached |= reaches(type, expression, resources, engine);
                }
                assertThat(reached).as(parameter.code()).isTrue();
            });
        }
    }

    @Test
    void alternativesOfOtherTypesAreLeftOut() {
        Medication medication = new Medication().setStatus(Medication.MedicationStatus.ACTIVE);
        assertThat(ElementPath.compile("Medication", "Medication.status | Nonsense.status")
                        .evaluate(medication))
                .hasSize(1);
    }

    @Test
    void whatTheGrammarDoesNotHaveIsRefused() {
        for (String expression : List.of(
                "Medication.where(status.exists())",
                "Medication.status.first()",
                "Medication.ingredient[0]",
                "Medication.where(status = active)")) {
            assertThatThrownBy(() -> ElementPath.compile("Medication", expression))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(expression);
        }
    }
}
