package org.w3id.materia.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.materia.extract.Product;
import org.w3id.materia.fhir.conformance.ConformanceResources;

class MonographMapperTest {
    private static final ConformanceResources CONFORMANCE = ConformanceResources.load();
    private static final MonographMapper CONVERTER = new MonographMapper(CONFORMANCE, "0.1.0");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    @TestFactory
    Stream<DynamicTest> everyResourceIsValidAndHasTheProfileOfItsType() {
        ResourceValidation validation = new ResourceValidation(CONFORMANCE);
        return Stream.of(Product.Kind.values()).flatMap(kind -> encode(kind).stream()
                .map(e -> DynamicTest.dynamicTest(kind + " " + e.type() + "/" + e.id(), () -> {
                    String json = new String(e.json(), StandardCharsets.UTF_8);
                    assertThat(validation.problems(json)).as(json).isEmpty();
                    assertThat(json)
                            .contains("/StructureDefinition/materia-" + e.type().toLowerCase(java.util.Locale.ROOT));
                })));
    }

    @Test
    void refusalIsNoMedicine() {
        List<Resource> resources = convert(Product.Kind.REFUSAL);
        assertThat(resources)
                .extracting(Resource::fhirType)
                .containsExactly("DocumentReference", "Binary", "Provenance");
        DocumentReference document = (DocumentReference) resources.get(0);
        assertThat(document.getStatus().toCode()).isEqualTo("entered-in-error");
        assertThat(document.getDescription()).startsWith("Not a medicine");
    }

    static List<Resource> convert(Product.Kind kind) {
        return CONVERTER.convert(
                SampleMonograph.MONOGRAPH,
                SampleMonograph.coded(SampleMonograph.facts(kind)),
                List.of(new RelatedMonograph("alpharil", "Alpharil", "single-ingredient")));
    }

    private static List<EncodedResource> encode(Product.Kind kind) {
        ResourceEncoder encoder = new ResourceEncoder();
        return convert(kind).stream().map(r -> encoder.encode(r, NOW)).toList();
    }
}
