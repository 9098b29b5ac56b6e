package org.w3id.materia.monograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a text is read what its readers see: no comment, nothing that is struck out, no tag; borders where lines end. */
class ShownTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            Give 5 mg <!-- once 9 mg --> daily.              | Give 5 mg  daily.
            Give 1<!-- 0 -->5 mg.                            | Give 15 mg.
            Epilepsy. <!-- asthma?\\n\\nor gout -->Migraine. | Epilepsy. Migraine.
            <!-- 900 mg -->                                  |
            <!-- 900 mg\\n\\n* 800 mg\\n-->\\n\\n5 mg        | 5 mg
            <!--> 5 mg <!-- x -->                            | 5 mg
            5 mg <!-- daily                                  | 5 mg <!-- daily
            <!-- 900 mg\\n\\nfor all                         |
            ~~gout~~ epilepsy                                | epilepsy
            <del>5 mg</del> 7 mg                             | 7 mg
            <s>5 mg</s> 7 mg                                 | 7 mg
            <strike>5 mg</strike> 7 mg                       | 7 mg
            <del>\\n\\n* 5 mg\\n\\n</del>\\n\\n7 mg          | 7 mg
            ~5 mg or ~10 mg                                  | ~5 mg or ~10 mg
            x <b>bold</b> <i>it</i> <span class="y">z</span> | x *bold* it z
            <u>5</u>0 mg                                     | 50 mg
            115 mg/m<sup>2</sup> daily                       | 115 mg/m² daily
            10<sup>9</sup> cells, 10<sup>-6</sup> g          | 10⁹ cells, 10⁻⁶ g
            5 mg kg<sup>-1</sup>                             | 5 mg kg⁻¹
            pregnancy<sup>1</sup>, gout<sup>a,b</sup>        | pregnancy, gout
            (see below)<sup>2</sup> and 5 mg<sup>3</sup>     | (see below) and 5 mg
            the 3<sup>rd</sup> day                           | the 3rd day
            T<sub>4</sub>, H<sub>2</sub> blockers            | T₄, H₂ blockers
            <sup>131</sup>I and Ca<sup>2+</sup>              | ¹³¹I and Ca²⁺
            a &gt; b &middot; 3 &times; 5 &#8805; 2          | a > b · 3 × 5 ≥ 2
            <p>a &gt; b &middot; 3 &times; 5</p>             | a > b · 3 × 5
            Children:<br>5 mg                                | Children: / 5 mg
            Take 5 mg<br>twice daily                         | Take 5 mg twice daily
            Take 5 mg.<br/>twice daily                       | Take 5 mg. / twice daily
            Take 5 mg.<BR>Rest.                              | Take 5 mg. / Rest.
            <p>One.</p><p>Two.</p>                           | One. / Two.
            <p>One.<p>Two.                                   | One. / Two.
            <div>One. <div>Two.</div> Three.</div>           | One. / Two. / Three.
            x <h4>One</h4> Two.                              | x / #One / Two.
            <ul><li><b>A:</b> 5 mg</li><li>B: 7 mg</li></ul> | [*A:* 5 mg] / [B: 7 mg]
            <ol><li>One<li>Two<ul><li>Deep</ul></ol>Three    | [One] / [Two / [Deep]] / Three
            <script>5 mg</script><style>9</style>7 mg        | 7 mg
            <foo>5</foo> mg <lower limit>                    | 5 mg
            5 < 6 and <5 mg                                  | 5 < 6 and <5 mg
            <dl><dt>Adults</dt><dd>5 mg</dd></dl>            | *Adults* / 5 mg
            <b>Unclosed\\n\\n5 mg                            | *Unclosed* / 5 mg
            </li></td>5 mg</ul>                              | 5 mg
            <td>5 mg</td><li>6 mg                            | 5 mg / 6 mg
            """)
    void readersSee(String markdown, String seen) throws Exception {
        assertThat(shown(markdown.replace("\\n", "\n"))).isEqualTo(seen == null ? "" : seen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '"', textBlock = """
            <table><tr><th>Age<th>Dose<tr><td>Adult<td>5 mg</table>                                  | {Age; Dose}{Adult; 5 mg}
            <table><caption>T1 &middot; Adults</caption><tr><td>A</td><td>5</td></tr></table>        | {=T1 · Adults}{A; 5}
            <table><tr><th>A</th><th>B</th></tr>\\n\\n<tr><td>1</td><td>2</td></tr></table>          | {A; B}{1; 2}
            <table><thead><tr><th>A</th></tr></thead><tbody><tr><th>x</th></tr></tbody></table>      | {A}{x}
            <table><tr><th rowspan=2>A</th><th colspan=2>B</th></tr><tr><th>1</th><th>2</th></tr><tr><td>x</td><td>y</td><td>z</td></tr></table>| {A; B › 1; B › 2}{x; y; z}
            <table><tr><td rowspan=2>A</td><td>1</td></tr><tr><td>2</td></tr></table>                | {A; 1}{A; 2}
            <table><tr><td colspan='2'>A</td><td>1</td></tr></table>                                 | {A; A; 1}
            <table><tr><td>Children<br>6 to 9 years</td><td><p>5 mg</p><p>daily</p></td></tr></table>| {Children↵6 to 9 years; 5 mg↵daily}
            <table>Note.<tr><td>5</td></tr></table>                                                  | Note. / {5}
            """)
    void tablesOfHtmlAreTables(String html, String seen) throws Exception {
        assertThat(shown(html.replace("\\n", "\n"))).isEqualTo(seen);
    }

    @Test
    void barsInACommentPartNoCells() throws Exception {
        assertThat(shown("| A | B |\n|---|---|\n| 1 <!-- x | y --> | ~~2~~ 3 |\n"))
                .isEqualTo("{A; B}{1; 3}");
    }

    @Test
    void aSummaryLabelsWhatItOpens() throws Exception {
        assertThat(shown("<details><summary>Renal</summary>\n\n25 mg.\n\n</details>\n\nRest."))
                .isEqualTo("(Renal: 25 mg.) / Rest.");
        assertThat(shown("<details><summary>Renal</summary>25 mg.</details>Rest."))
                .isEqualTo("(Renal: 25 mg.) / Rest.");
    }

    @Test
    void whatIsShownStandsInTheSourceAsItIs() throws Exception {
        String markdown = "Give 1<!-- 9 -->5 mg/m<sup>2</sup> of *it*<br>by mouth.";
        Monograph monograph = monograph(markdown);
        Passage text = paragraphs(monograph).get(0);

        assertThat(text.text()).isEqualTo("Give 15 mg/m² of it by mouth.");
        assertThat(text.span(5, 13).in(monograph.source().text())).isEqualTo("1<!-- 9 -->5 mg/m<sup>2</sup>");
        assertThat(text.span(8, 13).in(monograph.source().text())).isEqualTo("mg/m<sup>2</sup>");
    }

    @Test
    void aSectionMayStandInADivision() throws Exception {
        Monograph monograph =
                monograph("<div>\n\n### Usage\n\nFor gout.\n\n</div>\n\n<h3>Side Effects</h3>\n\nNausea.");

        assertThat(monograph.sections(SectionKind.USAGE)).hasSize(1);
        assertThat(monograph.sections(SectionKind.SIDE_EFFECTS)).hasSize(1);
    }

    @Test
    void narrativeIsWellFormedAndShowsWhatReadersSee() throws Exception {
        String xhtml = monograph(
                        "x <b>y</i> <table><td>1 & 2 <!-- no --> ~~3~~ <script>4</script>\n\n* a<br>b <sup>2</sup>")
                .sections(SectionKind.DOSAGE)
                .get(0)
                .xhtml();

        assertThat(xhtml).doesNotContain("no", "script", "4").contains("<sup>2</sup>", "<br />", "1 &amp; 2");
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(("<div>" + xhtml + "</div>").getBytes(StandardCharsets.UTF_8)));
    }

    private static Monograph monograph(String markdown) throws UnusableMonographException {
        return MonographReader.read(
                "x.md", ("# X\n\n### Dosage\n\n" + markdown + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<Passage> paragraphs(Monograph monograph) {
        List<Passage> paragraphs = new ArrayList<>();
        monograph.sections(SectionKind.DOSAGE).get(0).blocks().forEach(b -> Passages.collect(b, paragraphs));
        return paragraphs;
    }

    private static String shown(String markdown) throws UnusableMonographException {
        return all(monograph(markdown).sections(SectionKind.DOSAGE).get(0).blocks());
    }

    private static String all(List<Block> blocks) {
        return blocks.stream().map(ShownTextTest::one).collect(Collectors.joining(" / "));
    }

    private static String one(Block block) {
        if (block instanceof Block.Paragraph p) {
            return text(p.text());
        } else if (block instanceof Block.SubHeading h) {
            return "#" + text(h.text());
        } else if (block instanceof Block.ListBlock list) {
            return list.items().stream().map(i -> "[" + all(i.blocks()) + "]").collect(Collectors.joining(" / "));
        } else if (block instanceof Block.Details d) {
            return "(" + text(d.summary()) + ": " + all(d.blocks()) + ")";
        } else if (block instanceof Block.Table t) {
            Optional<String> caption = t.caption().map(c -> "{=" + c + "}");
            String head = t.head().isEmpty() ? "" : row(t.head());
            return caption.orElse("")
                    + head
                    + t.rows().stream().map(ShownTextTest::row).collect(Collectors.joining());
        }
        return "`" + ((Block.Verbatim) block).text() + "`";
    }

    private static String row(List<Passage> cells) {
        return cells.stream().map(ShownTextTest::text).collect(Collectors.joining("; ", "{", "}"));
    }

    private static String text(Passage passage) {
        StringBuilder text = new StringBuilder(passage.text().replace(PassageReader.BORDER, '↵'));
        for (int i = passage.strong().size() - 1; i >= 0; i--) {
            text.insert(passage.strong().get(i).end(), '*')
                    .insert(passage.strong().get(i).start(), '*');
        }
        return text.toString();
    }
}
