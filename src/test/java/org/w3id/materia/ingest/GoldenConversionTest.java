package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    /** When the contract that the examples are part of was published. */
    private static final Instant PUBLISHED = Instant.parse("2026-11-23T00:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As other files of the contract are written: two spaces, an element of a list on a line of its own. */
    private static final ObjectWriter INDENTED = JSON.writer(new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
            .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));

    @ParameterizedTest
    @ValueSource(strings = {"mogamulizumab"})
    void sampleIsConvertedAsReviewed(String name) throws Exception {
        String converted = pretty(convert(name, "golden", TIME));
        Path actual = Path.of("target/golden", name + ".json");
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, converted);

        Path reviewed = Path.of("src/test/resources/golden", name + ".json");
        assertThat(reviewed).exists();
        assertThat(converted).isEqualTo(Files.readString(reviewed).replace("\r\n", "\n"));
    }

    /** An example of each profile; where they differ, the new ones are in {@code target/golden/examples}. */
    @Test
    void examplesAreThoseOfTheConversion() throws Exception {
        Path examples = Path.of("fhir-resources/examples");
        String version = JSON.readTree(Path.of("fhir-resources/package.json").toFile())
                .path("version")
                .asText();
        Map<String, JsonNode> converted = new TreeMap<>();
        for (String name : List.of("mogamulizumab", "methotrexate")) {
            for (IndexedResource r : convert(name, version, PUBLISHED)) {
                String file =
                        r.resource().key().type() + "-" + r.resource().key().id() + ".json";
                converted.put(file, JSON.readTree(r.resource().json()));
            }
        }
        Path actual = Files.createDirectories(Path.of("target/golden/examples"));
        for (Path example : list(examples)) {
            String file = example.getFileName().toString();
            assertThat(converted.containsKey(file))
                    .as("%s is still there", file)
                    .isTrue();
            Files.writeString(actual.resolve(file), INDENTED.writeValueAsString(converted.get(file)) + "\n");
        }
        assertThat(list(examples)).allSatisfy(example -> assertThat(example)
                .hasSameTextualContentAs(actual.resolve(example.getFileName())));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<IndexedResource> convert(String name, String version, Instant time) throws IOException {
        ConformanceResources conformance = ConformanceResources.load();
        ConversionStages stages = new ConversionStages(
                ShippedLexicon.alone(),
                new MonographMapper(conformance, version),
                new SearchIndexer(SearchParameters.load()));
        Path file = Path.of("fhir-resources/monographs", name + ".md");
        return stages.convert(name + ".md", Files.readAllBytes(file), Set.of(), time)
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
