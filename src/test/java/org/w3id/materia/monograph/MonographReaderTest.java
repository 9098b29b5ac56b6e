package org.w3id.materia.monograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3id.materia.model.Finding;

class MonographReaderTest {
    private static final String WELL_FORMED = """
            ---
            layout: minimal-medicine
            title: Examplol
            ---

            # Examplol
            ### Generic Name
            Examplol

            ### Usage
            Examplol treats examples.

            ### Dosage
            * **Adults:** 5 mg daily.

            ### Side Effects
            * Nausea

            ### How it Works
            It works.

            ### Precautions
            None.

            ### FAQs
            **Q: Why?** A: Because.

            **Disclaimer:** Not advice.
            """;

    @Test
    void wellFormedMonographHasAllSectionsAndNoFinding() throws Exception {
        Monograph monograph = read(WELL_FORMED);

        assertThat(monograph.title()).isEqualTo("Examplol");
        assertThat(monograph.frontMatter()).containsEntry("layout", "minimal-medicine");
        assertThat(monograph.findings()).isEmpty();
        assertThat(monograph.sections())
                .extracting(Section::kind)
                .containsExactly(
                        SectionKind.OTHER,
                        SectionKind.GENERIC_NAME,
                        SectionKind.USAGE,
                        SectionKind.DOSAGE,
                        SectionKind.SIDE_EFFECTS,
                        SectionKind.HOW_IT_WORKS,
                        SectionKind.PRECAUTIONS,
                        SectionKind.FAQS,
                        SectionKind.OTHER);
    }

    @Test
    void headingsNameTheirSectionInEveryForm() throws Exception {
        Monograph monograph = read("""
                # A + B
                ### Usage:
                x
                ### Dosage (Individual Components)
                x
                ### Beta Side Effects
                x
                ### Generic Name: A + B
                x
                ## Mechanism of Action
                x
                """);

        assertThat(monograph.sections())
                .extracting(Section::kind)
                .containsExactly(
                        SectionKind.OTHER,
                        SectionKind.USAGE,
                        SectionKind.DOSAGE,
                        SectionKind.SIDE_EFFECTS,
                        SectionKind.GENERIC_NAME,
                        SectionKind.HOW_IT_WORKS);
        assertThat(monograph.sections(SectionKind.SIDE_EFFECTS).get(0).topic()).contains("Beta");
        assertThat(monograph.sections(SectionKind.DOSAGE).get(0).topic()).isEmpty();
    }

    @Test
    void whatIsHeadedMoreDeeplyIsAPartOfItsSection() throws Exception {
        Monograph label = read("""
                               # EXAMPLOL

                               ## 2 DOSAGE AND ADMINISTRATION

                               ### 2.1 Recommended Dosage

                               A.

                               ### 2.2 Renal Impairment

                               B.

                               ## 11 DESCRIPTION

                               C.
                               """);
        assertThat(label.sections())
                .extracting(Section::kind)
                .containsExactly(SectionKind.OTHER, SectionKind.DOSAGE, SectionKind.OTHER);
        assertThat(read("## 4. Clinical particulars\n\n### 4.2 Posology\n\nA.\n\n### 4.3 Contraindications\n\nB.\n")
                        .sections())
                .extracting(Section::kind)
                .containsExactly(SectionKind.OTHER, SectionKind.DOSAGE, SectionKind.PRECAUTIONS);
    }

    @Test
    void boldNamesOpenSectionsUnderTheHeadingOfAnIngredient() throws Exception {
        Monograph monograph = read("""
                                   # A + B

                                   ### Alpha

                                   **Usage:** For pain.

                                   **Dosage:** 1 g.

                                   ### Beta

                                   **Usage:** For colds.
                                   """);

        List<Section> usage = monograph.sections(SectionKind.USAGE);
        assertThat(usage).extracting(s -> s.topic().orElseThrow()).containsExactly("Alpha", "Beta");
        assertThat(usage.get(0).blocks()).hasSize(1);
    }

    @Test
    void boldNameInsideANamedSectionOpensNothing() throws Exception {
        Monograph monograph = read("# A\n\n### Precautions\n\n**Dosage:** lower it.\n");

        assertThat(monograph.sections(SectionKind.DOSAGE)).isEmpty();
    }

    @Test
    void missingAndRepeatedSectionsAreFindings() throws Exception {
        Monograph monograph = read("---\ntitle: A\n---\n# A\n### Usage\nx\n### Usage\ny\n");

        assertThat(monograph.sections(SectionKind.USAGE)).hasSize(2);
        assertThat(monograph.findings())
                .filteredOn(f -> f.code().equals("section-repeated"))
                .extracting(Finding::line)
                .containsExactly(7);
        assertThat(monograph.findings())
                .filteredOn(f -> f.code().equals("section-missing"))
                .hasSize(6);
    }

    @Test
    void offsetsCountByteOrderMarkAndCarriageReturns() throws Exception {
        Monograph monograph = read("\uFEFF---\r\ntitle: A\r\n---\r\n# A\r\n### Usage\r\nFor **bad**\r\npain.\r\n");

        Block.Paragraph p = (Block.Paragraph)
                monograph.sections(SectionKind.USAGE).get(0).blocks().get(0);
        assertThat(p.text().text()).isEqualTo("For bad pain.");
        int bad = p.text().text().indexOf("bad");
        assertThat(p.text().span(bad, bad + 8).in(monograph.source().text())).isEqualTo("bad**\r\npain");
    }

    @Test
    void escapesAndEntitiesKeepTheirPlace() throws Exception {
        Monograph monograph = read("# A\n### Usage\nover \\*10\\* &gt; 5 mg\n");

        Block.Paragraph p = (Block.Paragraph)
                monograph.sections(SectionKind.USAGE).get(0).blocks().get(0);
        assertThat(p.text().text()).isEqualTo("over *10* > 5 mg");
        int five = p.text().text().indexOf("> 5");
        assertThat(p.text().span(five, five + 3).in(monograph.source().text())).isEqualTo("&gt; 5");
    }

    @Test
    void brokenFrontMatterIsAFindingWithItsLine() throws Exception {
        Monograph monograph = read("---\ntitle: A\nkey: [unclosed\n---\n# B\n### Usage\nx\n");

        assertThat(monograph.title()).isEqualTo("B");
        assertThat(monograph.findings()).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo("front-matter-broken");
            assertThat(f.line()).isBetween(3, 4);
        });
    }

    @Test
    void missingFrontMatterIsAFindingAndTheTextIsRead() throws Exception {
        Monograph monograph = read("# Examplol\n### Usage\nx\n");

        assertThat(monograph.title()).isEqualTo("Examplol");
        assertThat(monograph.findings()).extracting(Finding::code).contains("front-matter-missing");
    }

    @Test
    void inputThatIsNoTextIsRefusedWithItsReason() {
        assertThat(refused("# A\nb\n\u00e9".getBytes(StandardCharsets.ISO_8859_1)))
                .satisfies(f -> assertThat(f.code()).isEqualTo("not-utf-8"))
                .satisfies(f -> assertThat(f.line()).isEqualTo(3));
        assertThat(refused("# A\n\0".getBytes(StandardCharsets.UTF_8)))
                .satisfies(f -> assertThat(f.code()).isEqualTo("nul-character"))
                .satisfies(f -> assertThat(f.line()).isEqualTo(2));
        assertThat(refused(new byte[0]).code()).isEqualTo("empty");
        assertThat(refused(" \n\t\n".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("empty");
        assertThat(refused(new byte[50 * 1024 * 1024]).code()).isEqualTo("too-large");
    }

    @Test
    void idsAreLegalAndDistinct() {
        assertThat(new SourceDocument("w/warfarin.md", "").id()).isEqualTo("warfarin");
        String longName = "a".repeat(70);
        String id = new SourceDocument(longName + ".md", "").id();
        assertThat(id).hasSize(64).startsWith("a".repeat(55) + "-");
        assertThat(new SourceDocument("a b.md", "").id())
                .matches("a-b-[0-9a-f]{8}")
                .isNotEqualTo(new SourceDocument("a_b.md", "").id());
    }

    @Test
    void narrativeHasNoRawHtmlAndNoScripts() throws Exception {
        Monograph monograph =
                read("# A\n### Usage\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) a<br>b\n\n3. c\n");

        String xhtml = monograph.sections(SectionKind.USAGE).get(0).xhtml();
        assertThat(xhtml).contains("a<br />", "<ol>").doesNotContain("script", "alert");
    }

    private static Monograph read(String text) throws UnusableMonographException {
        return MonographReader.read("test.md", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Finding refused(byte[] bytes) {
        return catchThrowableOfType(UnusableMonographException.class, () -> MonographReader.read("test.md", bytes))
                .finding();
    }
}
