package org.w3id.materia.monograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.model.Finding;

/** The title is the front matter's wherever a person would see one; hostile YAML costs no more than its length. */
class FrontMatterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ---\\ntitle: A\\n---\\n                            | A
            \\n---\\ntitle: A\\n---\\n                         | A
            \\n  \\r\\n---\\r\\ntitle: A\\r\\n---\\r\\n         | A
            ---\\rtitle: A\\r---\\r                            | A
            \\uFEFF\\n---\\ntitle: A\\n---\\n                   | A
            ---\\ntitle: 1.50\\n---\\n                         | 1.50
            ---\\ntitle: >\\n  A\\n  B\\n---\\n                | A B
            ---\\ntitle: [A, B]\\n---\\n                       | Heading
            ---\\nx: &a [*a]\\ntitle: A\\n---\\n               | A
            ---\\n? [a]\\n: b\\ntitle: A\\n---\\n              | A
            ---\\ntitle: ~\\n---\\n                            | Heading
            <!-- x -->\\n\\nlayout: m\\ntitle: B\\n---\\n      | Heading
            """)
    void titleIs(String before, String title) throws Exception {
        assertThat(read(unescaped(before)).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ---\\ntitle: A\\ntags: [x, y]\\n---\\n      | 3 front-matter-ignored
            \\n---\\ntitle: A\\nx:\\n  y: 1\\n---\\n    | 5 front-matter-ignored
            ---\\ntitle: A\\nx: *y\\n---\\n             | 3 front-matter-ignored
            ---\\n- x\\n---\\n                          | 1 front-matter-broken
            ---\\ntitle: A\\nx: [1\\n---\\n             | 4 front-matter-broken
            """)
    void whatIsNotReadIsReported(String before, String finding) throws Exception {
        assertThat(read(unescaped(before)).findings())
                .filteredOn(f -> f.code().startsWith("front-matter"))
                .extracting(f -> f.line() + " " + f.code())
                .containsExactly(finding);
    }

    @Test
    void aliasesAndNestsAreReadInNoTime() {
        String aliases = IntStream.range(1, 40)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n")
                .collect(Collectors.joining("", "---\na0: &a0 [x]\n", "---\n"));
        List<String> hostile = List.of(
                aliases,
                "---\na: " + "[".repeat(100_000) + "\n---\n",
                "---\na: " + "{a: ".repeat(50_000) + "\n---\n",
                "---\n" + "- ".repeat(50_000) + "\n---\n",
                "---\n" + "? ".repeat(50_000) + "\n---\n",
                "---\n" + "a: b\n".repeat(100_000) + "---\n",
                "---\n" + "&a ".repeat(50_000) + "\n---\n",
                "---\n" + "---".repeat(100_000) + "\n");
        for (String text : hostile) {
            org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(3), () -> read(text));
        }
    }

    @Property(tries = 500)
    void anyFrontMatterIsReadOrReported(@ForAll("yaml") String yaml) throws UnusableMonographException {
        Monograph monograph = read("---\n" + yaml + "\n---\n");

        assertThat(monograph.findings()).extracting(Finding::message).doesNotContainNull();
        assertThat(monograph.title()).isNotNull();
    }

    @Provide
    Arbitrary<String> yaml() {
        return Arbitraries.of(
                        "a", ": ", ":", "\n", "  ", "- ", "[", "]", "{", "}", "&a ", "*a", "!x ", "!!int ", "|\n",
                        ">\n", "\"", "'", "# ", "? ", "%YAML", "@", "`", "\t", "title: ", "<<: ", "\u0001", "é", "...",
                        "~", ",")
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(l -> String.join("", l));
    }

    private static String unescaped(String text) {
        return text.strip().replace("\\n", "\n").replace("\\r", "\r").replace("\\uFEFF", "\uFEFF");
    }

    private static Monograph read(String before) throws UnusableMonographException {
        String text = before + "\n# Heading\n\n### Usage\n\nFor gout.\n";
        return MonographReader.read("x.md", text.getBytes(StandardCharsets.UTF_8));
    }
}
