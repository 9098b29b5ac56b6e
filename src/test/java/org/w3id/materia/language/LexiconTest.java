package org.w3id.materia.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of words, and lists that are loaded together: what is said in one is not said again in another. */
class LexiconTest {
    private static final Pattern LOADED_TOGETHER =
            Pattern.compile("Lexicon\\s*\\.load\\(\\s*(\"[^\"]+\"(?:,\\s*\"[^\"]+\")+)\\s*\\)");

    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

    /** The lists of each look-up in the sources that loads several. */
    static Stream<List<String>> listsLoadedTogether() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return List.copyOf(sources.filter(p -> p.toString().endsWith(".java"))
                            .flatMap(LexiconTest::loads)
                            .distinct()
                            .toList())
                    .stream();
        }
    }

    private static Stream<List<String>> loads(Path source) {
        try {
            Matcher loads = LOADED_TOGETHER.matcher(Files.readString(source));
            return List.copyOf(loads.results()
                            .map(load -> NAME.matcher(load.group(1))
                                    .results()
                                    .map(n -> n.group(1))
                                    .toList())
                            .toList())
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("listsLoadedTogether")
    void noListRepeatsWhatOneBesideItSays(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            Lexicon own = Lexicon.load(names.get(i));
            for (String other : names.subList(i + 1, names.size())) {
                Lexicon shared = Lexicon.load(other);
                assertThat(own.entries().stream().filter(e -> shared.value(e).equals(own.value(e))))
                        .as(names.get(i) + " and " + other)
                        .isEmpty();
            }
        }
    }

    @Test
    void firstOfTwoListsWins() {
        Lexicon both = Lexicon.load("extract/indication/boundaries.txt", "language/clause-starts.txt");

        assertThat(both.value("sometimes")).isEqualTo(Optional.of("comma"));
        assertThat(both.value("as it")).isEqualTo(Optional.of(""));
    }

    @Test
    void wordsArePartedByBars() {
        assertThat(Lexicon.words("""
                blood pressure | heart |
                liver""")).containsExactlyInAnyOrder("blood pressure", "heart", "liver");
    }
}
