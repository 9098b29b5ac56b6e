package org.w3id.materia.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.materia.monograph.MonographReader;

/**
 * Every fact of the shipped samples, and of texts in other styles (a terse formulary, an American label, a hospital's tables, a
 * patient's leaflet), as reviewed lines in {@code src/test/resources/facts}, with the dosing statements that stayed text and the
 * words that nothing accounts for. Where the two differ the new lines are in {@code target/facts}: read every difference against the
 * monograph before it replaces the old.
 */
class ReviewedFactsTest {
    private static final Path REVIEWED = Path.of("src/test/resources/facts");

    static Stream<Path> monographs() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("fhir-resources/monographs"));
                Stream<Path> styles = Files.list(Path.of("src/test/resources/styles"))) {
            return List.copyOf(Stream.concat(samples, styles).sorted().toList()).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("monographs")
    void factsAreThoseThatWereReviewed(Path monograph) throws Exception {
        String name = monograph.getFileName().toString();
        String read = FactNotation.of(FactExtractor.extract(MonographReader.read(name, Files.readAllBytes(monograph))));
        String file = name.replace(".md", ".txt");
        Path actual = Files.createDirectories(Path.of("target/facts")).resolve(file);
        Files.writeString(actual, read);

        assertThat(REVIEWED.resolve(file)).exists();
        assertThat(read).isEqualTo(Files.readString(REVIEWED.resolve(file)).replace("\r\n", "\n"));
    }
}
