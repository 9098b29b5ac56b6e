package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.ingest.MonographConverter.Conversion;
import org.w3id.materia.model.Finding;
import org.w3id.materia.search.SearchIndexer;
import org.w3id.materia.search.definition.SearchParameters;

/** What no person would write is read within bounds, or told; {@code benchmark.ReadingGrowth} measures the time that it takes. */
@Tag("slow")
class HostileMonographsTest {
    private static final int CHARACTERS = 4_000;

    /** The bytes of all resources to those of the text, and what every monograph gives whatever its length. */
    private static final int MOST_TIMES_THE_TEXT = 400;

    private static ConversionStages stages;

    @BeforeAll
    static void start() {
        ConformanceResources conformance = ConformanceResources.load();
        stages = new ConversionStages(
                ShippedLexicon.alone(),
                new MonographMapper(conformance, "hostile"),
                new SearchIndexer(SearchParameters.load()));
    }

    static List<String> constructs() {
        return HostileMonographs.constructs();
    }

    @ParameterizedTest
    @MethodSource("constructs")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whatIsRepeatedIsConvertedWithinBounds(String construct) {
        for (String section : HostileMonographs.SECTIONS) {
            String text = HostileMonographs.text(construct, section, times(construct, section));

            Conversion conversion = convert(text);

            assertThat(conversion.resources()).as(section).isNotEmpty();
            long bytes = conversion.resources().stream()
                    .mapToLong(r -> r.resource().json().length)
                    .sum();
            assertThat(bytes).as(section).isLessThan((long) MOST_TIMES_THE_TEXT * text.length());
        }
    }

    @Test
    void whatIsTooLongToBeReadIsTold() {
        Conversion conversion = convert(HostileMonographs.text("doses joined by or", "Dosage", 1_000));

        assertThat(conversion.findings())
                .filteredOn(f -> f.code().equals("statement-too-long"))
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Finding.Severity.WARNING))
                .satisfies(f -> assertThat(f.line()).isEqualTo(9));
    }

    @Test
    void moreCombiningMarksThanWritingNeedsAreTold() {
        Conversion conversion = convert(HostileMonographs.text("combining characters", "Usage", 33));

        assertThat(conversion.findings()).extracting(Finding::code).contains("statement-too-long");
        assertThat(convert(HostileMonographs.text("combining characters", "Usage", 32))
                        .findings())
                .extracting(Finding::code)
                .doesNotContain("statement-too-long");
    }

    @Test
    void statementsBehindTheMostThatAreReadAreTold() {
        Conversion conversion = convert(HostileMonographs.text("items", "Usage", 5_001));

        assertThat(conversion.findings())
                .filteredOn(f -> f.code().equals("monograph-too-long"))
                .singleElement()
                .satisfies(f -> assertThat(f.line()).isEqualTo(5_009));
    }

    @Test
    void aSentenceOfMoreDosesThanAnybodyFollowsStaysText() {
        Conversion conversion = convert(HostileMonographs.text("doses joined by or", "Dosage", 30));

        assertThat(conversion.findings()).extracting(Finding::code).contains("dose-kept-as-text");
    }

    private static Conversion convert(String text) {
        return stages.convert("hostile.md", text.getBytes(StandardCharsets.UTF_8), Set.of(), Instant.EPOCH);
    }

    private static int times(String construct, String section) {
        int thousand = HostileMonographs.text(construct, section, 1_000).length();
        return Math.max(1, (int) (1_000L * CHARACTERS / thousand));
    }
}
