package org.w3id.materia.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.monograph.MonographReader;
import org.w3id.materia.monograph.UnusableMonographException;

/** Text about nothing clinical changes no fact of the sections before it. */
@Tag("slow")
class UnrelatedTextTest {
    private static final Path SAMPLES = Path.of("fhir-resources/monographs");

    @Property(tries = 150)
    void unrelatedTextChangesNoFactElsewhere(@ForAll("samples") String sample, @ForAll("unrelated") List<String> lines)
            throws Exception {
        MonographFacts alone = facts(sample);
        MonographFacts with = facts(sample + "\n\n### Packaging\n" + String.join("\n", lines) + "\n");

        assertThat(with).usingRecursiveComparison().isEqualTo(alone);
    }

    private static MonographFacts facts(String text) throws UnusableMonographException {
        return FactExtractor.extract(MonographReader.read("sample.md", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Provide
    Arbitrary<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<String> texts = files.sorted().map(UnrelatedTextTest::read).toList();
            return Arbitraries.of(texts);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<List<String>> unrelated() {
        return Arbitraries.of(
                        "The carton is green and has rounded corners.",
                        "* Each carton shows the name of the factory.",
                        "**Colour:** the label is printed in two colours.",
                        "1. The lid opens to the left.",
                        "A picture of the factory stands on the back, and its address below.",
                        "| side | print |\n|---|---|\n| front | name |",
                        "")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
