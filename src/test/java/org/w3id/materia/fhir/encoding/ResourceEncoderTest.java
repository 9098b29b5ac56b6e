package org.w3id.materia.fhir.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.SampleMonograph;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.scope.MentionedMonographs;

class ResourceEncoderTest {
    private static final MonographMapper MAPPER = new MonographMapper(ConformanceResources.load(), "0.1.0");
    private static final Instant MORNING = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final Instant EVENING = Instant.parse("2026-01-02T21:00:00Z");

    private final ResourceEncoder encoder = new ResourceEncoder();

    @Test
    void versionDoesNotDependOnTheTime() {
        List<Resource> resources = resources();
        List<String> morning = resources.stream()
                .map(r -> encoder.encode(r, MORNING).versionId())
                .toList();
        List<String> evening = resources.stream()
                .map(r -> encoder.encode(r, EVENING).versionId())
                .toList();
        assertThat(evening).isEqualTo(morning).allMatch(v -> v.matches("[0-9a-f]{16}"));
    }

    @Test
    void jsonIsWhatTheCompletedResourceSays() {
        for (Resource resource : resources()) {
            EncodedResource encoded = encoder.encode(resource, MORNING);
            assertThat(new String(encoded.json(), StandardCharsets.UTF_8))
                    .isEqualTo(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource))
                    .contains("\"lastUpdated\":\"2026-01-02T03:04:05.678+00:00\"")
                    .contains("\"versionId\":\"" + encoded.versionId() + "\"")
                    .doesNotContain("1970-01-01");
        }
    }

    /** Only the places of evidence are left out: quotes, and other numbers, make another version. */
    @Test
    void versionDoesNotDependOnWhereEvidenceStands() {
        assertThat(version("\"valueInteger\":117", "\"valueInteger\":9")).isEqualTo(version("", ""));
        assertThat(version("\"url\":\"start\"", "\"url\":\"begin\"")).isNotEqualTo(version("", ""));
        assertThat(version("gout", "gouts")).isNotEqualTo(version("", ""));
        assertThat(version("\"value\":5", "\"value\":6")).isNotEqualTo(version("", ""));
    }

    private static String version(String from, String to) {
        String json =
                "{\"extension\":[{\"url\":\"quote\",\"valueString\":\"gout\"},{\"url\":\"start\",\"valueInteger\":117},"
                        + "{\"url\":\"end\",\"valueInteger\":121}],\"value\":5}";
        return VersionHash.of(json.replace(from.isEmpty() ? "{}" : from, to).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Resource> resources() {
        return MAPPER.convert(
                SampleMonograph.MONOGRAPH,
                SampleMonograph.coded(SampleMonograph.facts(Product.Kind.MONOGRAPH)),
                MentionedMonographs.none());
    }
}
