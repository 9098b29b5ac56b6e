package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.ingest.MonographConverter.Conversion;
import org.w3id.materia.search.SearchIndexer;
import org.w3id.materia.search.definition.SearchParameters;

/**
 * Monographs whose bytes were damaged on their way are converted or refused with a finding, and never end in a failure. {@code
 * -Dmateria.damages=10000 -Dmateria.seed=7} asks for more and for others.
 */
@Tag("slow")
class DamagedMonographsTest {
    private static final int DAMAGES = Integer.getInteger("materia.damages", 200);
    private static final long SEED = Long.getLong("materia.seed", 20261127L);

    private static final List<String> PIECES = List.of(
            "---\n",
            "\n\n",
            "### ",
            "**",
            "|",
            "\n|---|\n",
            "999999999999999999999",
            "0,75",
            "-1 mg",
            "1/0",
            "1e99",
            "\u0301",
            "\u202e",
            "\ufeff",
            "\u0000",
            "\ud83d\ude00",
            "<table>",
            "</p>",
            "<!--",
            "&#x110000;",
            "&#0;",
            "[a]: ",
            "![",
            "`",
            "&a *a",
            "title: [",
            "\t",
            "\r");

    private final Random random = new Random(SEED);

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void damagedMonographsAreConvertedOrRefused() throws IOException {
        ConformanceResources conformance = ConformanceResources.load();
        ConversionStages stages = new ConversionStages(
                ShippedLexicon.alone(),
                new MonographMapper(conformance, "damaged"),
                new SearchIndexer(SearchParameters.load()));
        List<byte[]> whole = samples();
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = damaged(whole.get(random.nextInt(whole.size())), whole);

            Conversion conversion = stages.convert("damaged.md", damaged, Set.of(), Instant.EPOCH);

            assertThat(conversion.resources().isEmpty() && conversion.findings().isEmpty())
                    .as("damage %s is passed over in silence", i)
                    .isFalse();
        }
    }

    private static List<byte[]> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("fhir-resources/monographs"))) {
            List<Path> sorted =
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
            byte[][] read = new byte[sorted.size()][];
            for (int i = 0; i < read.length; i++) {
                read[i] = Files.readAllBytes(sorted.get(i));
            }
            return List.of(read);
        }
    }

    private byte[] damaged(byte[] whole, List<byte[]> others) {
        byte[] bytes = whole;
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 1; i--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + random.nextInt(400));
            byte[] piece =
                    switch (random.nextInt(5)) {
                        case 0 -> new byte[] {(byte) random.nextInt(256)};
                        case 1 -> new byte[0];
                        case 2 -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                        case 3 -> twice(Arrays.copyOfRange(bytes, from, to));
                        default -> partOf(others.get(random.nextInt(others.size())));
                    };
            bytes = joined(
                    Arrays.copyOf(bytes, from),
                    piece,
                    Arrays.copyOfRange(bytes, random.nextBoolean() ? to : from, bytes.length));
        }
        return random.nextInt(6) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private byte[] partOf(byte[] other) {
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(2_000)));
    }

    private static byte[] twice(byte[] piece) {
        return joined(piece, piece, new byte[0]);
    }

    private static byte[] joined(byte[] first, byte[] second, byte[] third) {
        byte[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }
}
