package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.search.SearchIndexer;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.store.IndexedResource;

/**
 * The whole conversion of a sample, resource by resource, as a reviewed file in {@code src/test/resources/golden}. Where the two
 * differ the new one is in {@code target/golden}: read every difference before it replaces the old.
 */
class GoldenConversionTest {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"mogamulizumab"})
    void sampleIsConvertedAsReviewed(String name) throws Exception {
        String converted = pretty(convert(name));
        Path actual = Path.of("target/golden", name + ".json");
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, converted);

        Path reviewed = Path.of("src/test/resources/golden", name + ".json");
        assertThat(reviewed).exists();
        assertThat(converted).isEqualTo(Files.readString(reviewed).replace("\r\n", "\n"));
    }

    private static List<IndexedResource> convert(String name) throws IOException {
        ConformanceResources conformance = ConformanceResources.load();
        ConversionStages stages = new ConversionStages(
                ShippedLexicon.of(conformance),
                new MonographMapper(conformance, "golden"),
                new SearchIndexer(SearchParameters.load()));
        Path file = Path.of("fhir-resources/monographs", name + ".md");
        return stages.convert(name + ".md", Files.readAllBytes(file), Set.of(), TIME)
                .resources();
    }

    private static String pretty(List<IndexedResource> resources) throws IOException {
        ArrayNode all = JSON.createArrayNode();
        for (IndexedResource r : resources) {
            all.add(JSON.readTree(new String(r.resource().json(), StandardCharsets.UTF_8)));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all).replace("\r\n", "\n") + "\n";
    }
}
