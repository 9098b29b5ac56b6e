package org.w3id.materia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.fhirpath.IFhirPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class ElementPathTest {
    /** The engine is the reference; what we walk must be the same elements, for every parameter that is served. */
    @Test
    void everyServedExpressionReachesWhatFhirPathReaches() {
        IFhirPath engine = Examples.CONTEXT.newFhirPath();
        Set<String> reached = new HashSet<>();
        for (Resource resource : Examples.ofEveryType()) {
            String type = resource.fhirType();
            for (SearchDefinition parameter : Examples.PARAMETERS.of(type)) {
                if (ServedParameters.OF_EVERY_TYPE.contains(parameter.code())) {
                    continue;
                }
                List<Base> ours =
                        ElementPath.compile(type, parameter.expression()).evaluate(resource);
                List<Base> theirs = engine.evaluate(resource, parameter.expression(), Base.class);
                // The engine's union drops what is equal; so does the index, later.
                assertThat(ours).as(type + "." + parameter.code()).isNotEmpty().allMatch(one -> holds(theirs, one));
                assertThat(theirs).as(type + "." + parameter.code()).allMatch(one -> holds(ours, one));
                reached.add(type);
            }
        }
        Set<String> searchable = new HashSet<>(Examples.PARAMETERS.types());
        searchable.remove("Binary");
        assertThat(reached).isEqualTo(searchable);
    }

    private static boolean holds(List<Base> elements, Base one) {
        return elements.stream().anyMatch(e -> e.equalsDeep(one));
    }

    @Test
    void alternativesOfOtherTypesAreLeftOut() {
        assertThat(ElementPath.compile("Medication", "Medication.status | Nonsense.status")
                        .evaluate(Examples.ofEveryType().get(1)))
                .hasSize(1);
    }

    @Test
    void whatTheGrammarDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> ElementPath.compile("Medication", "Medication.where(status = 'active')"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Medication.where(status = 'active')");
    }
}
