package org.w3id.materia.fhir.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.materia.fhir.ResourceValidation;

class ConformanceResourcesTest {
    private static final ConformanceResources CONFORMANCE = ConformanceResources.load();

    @TestFactory
    Stream<DynamicTest> everyFileIsValid() {
        ResourceValidation validation = new ResourceValidation(CONFORMANCE);
        return CONFORMANCE.all().stream()
                .map(r -> DynamicTest.dynamicTest(name(r), () -> assertThat(
                                validation.problems(r).stream().filter(p -> !isAskedOfOwnersAlone(r, p)))
                        .isEmpty()));
    }

    @Test
    void everyCanonicalIsItsTypeAndIdUnderTheBase() {
        for (MetadataResource resource : metadata()) {
            if (isFragment(resource)) {
                assertThat(resource.getUrl()).doesNotStartWith(Canonical.BASE);
                continue;
            }
            assertThat(resource.getUrl()).isEqualTo(Canonical.BASE + "/" + name(resource));
            assertThat(resource.getVersion()).isEqualTo("0.1.0");
            assertThat(resource.getStatus().toCode()).isEqualTo("active");
        }
    }

    @Test
    void noTwoResourcesShareTypeAndId() {
        assertThat(CONFORMANCE.all().stream().map(ConformanceResourcesTest::name))
                .doesNotHaveDuplicates();
    }

    /** A few concepts of somebody else's code system, under its own canonical URL. */
    private static boolean isFragment(Resource resource) {
        return resource instanceof CodeSystem system
                && system.getContent() == CodeSystem.CodeSystemContentMode.FRAGMENT;
    }

    /** Definitions of ICD-10-CM's concepts would be its owner's to write. */
    private static boolean isAskedOfOwnersAlone(Resource resource, String problem) {
        return isFragment(resource)
                && problem.contains("HL7 Defined CodeSystems should ensure that every concept has a definition");
    }

    private static List<MetadataResource> metadata() {
        return CONFORMANCE.all().stream().map(MetadataResource.class::cast).toList();
    }

    private static String name(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
