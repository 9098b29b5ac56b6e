package org.w3id.materia.monograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes: a monograph whose spans lie in its text, or a finding. */
class HostileMarkdownTest {
    @Property(tries = 500)
    void everySpanLiesInTheText(@ForAll("markdown") String text) {
        Monograph monograph;
        try {
            monograph = MonographReader.read("x.md", text.getBytes(StandardCharsets.UTF_8));
        } catch (UnusableMonographException e) {
            assertThat(e.finding().code()).isNotEmpty();
            return;
        }
        String source = monograph.source().text();
        for (Section section : monograph.sections()) {
            assertThat(section.span().end()).isLessThanOrEqualTo(source.length());
            List<Passage> passages = new ArrayList<>();
            section.blocks().forEach(b -> Passages.collect(b, passages));
            for (Passage p : passages) {
                for (int i = 0; i < p.text().length(); i++) {
                    assertThat(p.span(i, i + 1).end()).isLessThanOrEqualTo(source.length());
                }
            }
        }
    }

    @Property(tries = 200)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        try {
            assertThat(MonographReader.read("x.md", bytes).source().text()).isNotBlank();
        } catch (UnusableMonographException e) {
            assertThat(e.finding().message()).isNotBlank();
        }
    }

    @Property(tries = 10)
    void nestingWithoutEndLosesNothing(@ForAll("nesting") String text) throws UnusableMonographException {
        Monograph monograph = MonographReader.read("x.md", text.getBytes(StandardCharsets.UTF_8));

        assertThat(monograph.source().text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> markdown() {
        Arbitrary<String> piece = Arbitraries.of(
                "# A\n",
                "### Usage\n",
                "* ",
                "**",
                "**Adults:** ",
                "5 mg",
                "\n",
                "\n\n",
                "    * ",
                "| a | b |\n|---|---|\n",
                "| 1 | 2 |\n",
                "\\*",
                "&amp;",
                "&#x1F600;",
                "`code`",
                "```\n",
                "<b>",
                "> ",
                "1. ",
                "---\n",
                "title: x\n",
                "\uFEFF",
                "\r\n",
                "\t",
                "é",
                "\uD83D\uDE00",
                "[a]: b\n",
                "[a]",
                "![i](j)",
                "_x_",
                "  \n",
                ":",
                "(",
                ")");
        return piece.list().ofMinSize(1).ofMaxSize(40).map(l -> String.join("", l));
    }

    @Provide
    Arbitrary<String> nesting() {
        return Arbitraries.of("- ", "> ", "1. ", "**a ", "[", "* > ").map(s -> "### Usage\n" + s.repeat(20_000));
    }
}
