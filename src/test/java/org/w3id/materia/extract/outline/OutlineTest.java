package org.w3id.materia.extract.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.MonographReader;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.SectionKind;
import org.w3id.materia.monograph.UnusableMonographException;

class OutlineTest {
    @Test
    void leadInGovernsTheListBehindIt() throws Exception {
        List<String> lines = dosage("The usual dose is:\n\n* 5 mg daily\n* 10 mg weekly\n\nAsk a doctor.");

        assertThat(lines)
                .containsExactly(
                        "LEAD_IN The usual dose is:",
                        "SENTENCE 5 mg daily < LEAD_IN The usual dose is:",
                        "SENTENCE 10 mg weekly < LEAD_IN The usual dose is:",
                        "SENTENCE Ask a doctor.");
    }

    @Test
    void labelOfAnItemGovernsTheItemAndItsNestedList() throws Exception {
        List<String> lines = dosage("* **Adults:** Start low. Then:\n    * 5 mg\n* **Children:** 1 mg");

        assertThat(lines)
                .containsExactly(
                        "LABEL Adults",
                        "SENTENCE Start low. < LABEL Adults",
                        "LEAD_IN Then: < LABEL Adults",
                        "SENTENCE 5 mg < LABEL Adults < LEAD_IN Then:",
                        "LABEL Children",
                        "SENTENCE 1 mg < LABEL Children");
    }

    @Test
    void labelAloneGovernsAllUpToTheNextLabel() throws Exception {
        List<String> lines = dosage("**Adults**\n\nTake 5 mg.\n\n* or 10 mg\n\n**Children:**\n\nTake 1 mg.");

        assertThat(lines)
                .containsExactly(
                        "LABEL Adults",
                        "SENTENCE Take 5 mg. < LABEL Adults",
                        "SENTENCE or 10 mg < LABEL Adults",
                        "LABEL Children",
                        "SENTENCE Take 1 mg. < LABEL Children");
    }

    @Test
    void labelWithTextGovernsTheTextAndTheListDirectlyBehind() throws Exception {
        List<String> lines = dosage("**Adults:** It varies.\n\n* 5 mg\n\nOthers take less.");

        assertThat(lines)
                .containsExactly(
                        "LABEL Adults",
                        "SENTENCE It varies. < LABEL Adults",
                        "SENTENCE 5 mg < LABEL Adults",
                        "SENTENCE Others take less.");
    }

    @Test
    void headingGovernsUpToTheNextOfItsLevel() throws Exception {
        List<String> lines = dosage("#### Oral\n\n5 mg\n\n##### Tablets\n\n6 mg\n\n#### Eye\n\n1 drop");

        assertThat(lines)
                .containsExactly(
                        "HEADING Oral",
                        "SENTENCE 5 mg < HEADING Oral",
                        "HEADING Tablets",
                        "SENTENCE 6 mg < HEADING Oral < HEADING Tablets",
                        "HEADING Eye",
                        "SENTENCE 1 drop < HEADING Eye");
    }

    @Test
    void rowsAreStatementsAndTheirCellsStandUnderTheirColumns() throws Exception {
        String table = "**Renal:**\n\n| Age | Dose |\n|---|---|\n| 6 to 12 years | 5 mg |\n| Others | |\n";

        assertThat(dosage(table))
                .containsExactly(
                        "LABEL Renal",
                        "ROW 6 to 12 years | 5 mg {Age=6 to 12 years; Dose=5 mg} < LABEL Renal",
                        "ROW Others {Age=Others; Dose=} < LABEL Renal");
        assertThat(lines(Outline.cellByCell(statements(table))))
                .containsExactly(
                        "LABEL Renal",
                        "CELL 6 to 12 years < LABEL Renal < HEADING Age",
                        "CELL 5 mg < LABEL Renal < HEADING Dose < LABEL 6 to 12 years",
                        "CELL Others < LABEL Renal < HEADING Age");
    }

    /** What stands in a section, in one line, and its statements: "ROLE text < what governs it …", one behind the other. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            By mouth: adult 5 mg.                                  | LABEL By mouth / SENTENCE adult 5 mg. < By mouth
            Adult: 5 mg. Child: 1 mg.                              | LABEL Adult / SENTENCE 5 mg. < Adult / LABEL Child / SENTENCE 1 mg. < Child
            2 to 9 years: 5 mg; over 9: 7 mg.                      | LABEL 2 to 9 years / SENTENCE 5 mg; over 9: 7 mg. < 2 to 9 years
            Rare (up to 1 in 1,000): rash.                         | LABEL Rare (up to 1 in 1,000) / SENTENCE rash. < Rare (up to 1 in 1,000)
            5 mg (at most: 9 mg) daily.                            | SENTENCE 5 mg (at most: 9 mg) daily.
            The dose is: 5 mg.                                     | SENTENCE The dose is: 5 mg.
            Give once: at night.                                   | SENTENCE Give once: at night.
            Ratio 1:5 of both.                                     | SENTENCE Ratio 1:5 of both.
            At night: 5 mg.\\n\\nRest.                             | LABEL At night / SENTENCE 5 mg. < At night / SENTENCE Rest.
            **4 Contra-indications.** Gout.                        | LABEL Contra-indications / SENTENCE Gout. < Contra-indications
            **1.1 Gout.** Treats it. *Limits:* none.               | LABEL Gout / SENTENCE Treats it. < Gout / LABEL Limits < Gout / SENTENCE none. < Gout < Limits
            **5.2 Blood.** Falls. **5.3 Liver.** Fails.            | LABEL Blood / SENTENCE Falls. < Blood / LABEL Liver / SENTENCE Fails. < Liver
            **2.2 Gout, Adults**\\n\\n5 mg.\\n\\n**2.3 Rest.** 7 mg.| LABEL Gout, Adults / SENTENCE 5 mg. < Gout, Adults / LABEL Rest / SENTENCE 7 mg. < Rest
            **12 Years and Older:** 5 mg.                          | LABEL 12 Years and Older / SENTENCE 5 mg. < 12 Years and Older
            **2.5 MG Tablets:** one.                               | LABEL 2.5 MG Tablets / SENTENCE one. < 2.5 MG Tablets
            **12.1** It binds.                                     | SENTENCE 12.1 It binds.
            **Take it whole.** Do not chew.                        | SENTENCE Take it whole. / SENTENCE Do not chew.
            **BOXED WARNING.** Rash.                               | LABEL BOXED WARNING / SENTENCE Rash. < BOXED WARNING
            *Renal failure:* 5 mg. *Dialysis:* 2 mg.               | LABEL Renal failure / SENTENCE 5 mg. < Renal failure / LABEL Dialysis / SENTENCE 2 mg. < Dialysis
            **A:** Oral: 5 mg.                                     | LABEL A / LABEL Oral < A / SENTENCE 5 mg. < A < Oral
            GOUT\\n\\n▸ BY MOUTH\\n\\nAdult: 5 mg.\\n\\nPAIN: 7 mg.| LABEL GOUT / LABEL BY MOUTH < GOUT / LABEL Adult < GOUT < BY MOUTH / SENTENCE 5 mg. < GOUT < BY MOUTH < Adult / LABEL PAIN / SENTENCE 7 mg. < PAIN
            ▸ Adult: gout.\\n\\n▸ Child: pain.                     | LABEL Adult / SENTENCE gout. < Adult / LABEL Child / SENTENCE pain. < Child
            It is for:\\n\\n**1.1 Gout.** Old.\\n\\n**1.2 Pain.** New.\\n\\nEnd. | LEAD_IN It is for: / LABEL Gout < It is for: / SENTENCE Old. < Gout < It is for: / LABEL Pain < It is for: / SENTENCE New. < Pain < It is for: / SENTENCE End.
            By age:\\n\\nUp to 5 mg.\\n\\nMore.                    | LEAD_IN By age: / SENTENCE Up to 5 mg. < By age: / SENTENCE More.
            <details><summary>Renal</summary>\\n\\n5 mg.\\n\\n</details>\\n\\n7 mg. | LABEL Renal / SENTENCE 5 mg. < Renal / SENTENCE 7 mg.
            <table><caption>T1</caption><tr><th>A</th></tr><tr><td>5 mg</td></tr></table>\\n\\nEnd. | LABEL T1 / ROW 5 mg {A=5 mg} < T1 / SENTENCE End.
            * Adult: 5 mg. Elderly: 2 mg.                          | LABEL Adult / SENTENCE 5 mg. < Adult / LABEL Elderly / SENTENCE 2 mg. < Elderly
            """)
    void statementsStandUnder(String markdown, String notation) throws Exception {
        List<String> lines = statements(markdown.replace("\\n", "\n")).stream()
                .map(s -> line(s).replaceAll("< (?:LABEL|LEAD_IN|HEADING) ", "< "))
                .toList();

        assertThat(String.join(" / ", lines)).isEqualTo(notation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dosage      | 5 mg.                                   | DOSING
            Dosage      | **Children:** 5 mg.                     | DOSING
            Dosage      | **Overdose:** 5 g.                      | OVERDOSE
            Dosage      | #### What if I miss a dose?\\n\\nWait.  | MISSED_DOSE
            Dosage      | Pregnancy: 5 mg.                        | PREGNANCY
            Dosage      | Hypertension in pregnancy: 5 mg.        | DOSING
            Dosage      | PREPARATIONS: tablets 5 mg.             | COMPOSITION
            Usage       | *Limitation of use:* gout.              | NOT_USE
            Usage       | Gout.                                   | USE
            Precautions | Rash.                                   | CAUTION
            Precautions | Contra-indications: gout.               | CONTRAINDICATION
            Precautions | **4 Contraindications.** Gout.          | CONTRAINDICATION
            Precautions | #### Do not take it if you\\n\\nhave gout.| CONTRAINDICATION
            Precautions | **7 Interactions.** Beer.               | INTERACTION
            Precautions | Breast-feeding: avoid.                  | LACTATION
            Precautions | **Storage:** cool.                      | STORAGE
            Precautions | **Use in Pregnancy:** avoid.            | PREGNANCY
            Side Effects| Very common: rash.                      | EFFECT
            FAQs        | Is it new?                              | QUESTION
            Contraindications | Gout.                             | CONTRAINDICATION
            Drug Interactions | Beer.                             | INTERACTION
            Posology    | 5 mg.                                   | DOSING
            What X is used for| Gout.                             | USE
            How to take X | 5 mg.                                 | DOSING
            Before you take X | Tell.                             | CAUTION
            4.8 Undesirable effects | Rash.                       | EFFECT
            Notes       | Rash.                                   | OTHER
            """)
    void theTopicIsThatOfTheNearestWhichNamesOne(String heading, String markdown, Topic topic) throws Exception {
        List<Statement> statements = Outline.of(read("### " + heading + "\n\n" + markdown.replace("\\n", "\n")));

        assertThat(statements.get(statements.size() - 1).topic()).isEqualTo(topic);
    }

    @Test
    void boldLabelsOnLinesOfTheirOwnAreParagraphs() throws Exception {
        List<String> lines = dosage("**Adults:** 5 mg\n**Children:** 1 mg");

        assertThat(lines)
                .containsExactly(
                        "LABEL Adults",
                        "SENTENCE 5 mg < LABEL Adults",
                        "LABEL Children",
                        "SENTENCE 1 mg < LABEL Children");
    }

    private static List<String> dosage(String markdown) throws UnusableMonographException {
        return lines(statements(markdown));
    }

    private static List<Statement> statements(String markdown) throws UnusableMonographException {
        return Outline.of(read("### Dosage\n\n" + markdown)).stream()
                .filter(s -> s.section().kind() == SectionKind.DOSAGE)
                .toList();
    }

    private static Monograph read(String markdown) throws UnusableMonographException {
        return MonographReader.read("x.md", ("# X\n\n" + markdown + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(List<Statement> statements) {
        return statements.stream().map(OutlineTest::line).toList();
    }

    private static String line(Statement s) {
        StringBuilder line = new StringBuilder(s.role() + " " + s.text());
        if (s.role() == Statement.Role.ROW) {
            line.append(s.cells().stream()
                    .map(c -> c.head().map(Passage::text).orElse("") + "=" + c.text())
                    .collect(Collectors.joining("; ", " {", "}")));
        }
        for (Statement.Governor g : s.governors()) {
            line.append(" < ").append(g.role()).append(' ').append(g.text());
        }
        return line.toString();
    }
}
