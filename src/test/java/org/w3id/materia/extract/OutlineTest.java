package org.w3id.materia.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3id.materia.monograph.MonographReader;
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
    void cellsStandUnderTheirColumnAndTheirRow() throws Exception {
        List<String> lines = dosage("| Age | Dose |\n|---|---|\n| 6 to 12 years | 5 mg |\n");

        assertThat(lines)
                .containsExactly(
                        "HEADING Age",
                        "HEADING Dose",
                        "CELL 6 to 12 years < HEADING Age",
                        "CELL 5 mg < HEADING Dose < LABEL 6 to 12 years");
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
        byte[] bytes = ("# X\n\n### Dosage\n\n" + markdown + "\n").getBytes(StandardCharsets.UTF_8);
        return Outline.of(MonographReader.read("x.md", bytes)).stream()
                .filter(s -> s.section().kind() == SectionKind.DOSAGE)
                .map(OutlineTest::line)
                .toList();
    }

    private static String line(Statement s) {
        StringBuilder line = new StringBuilder(s.role() + " " + s.text());
        for (Statement.Governor g : s.governors()) {
            line.append(" < ").append(g.role()).append(' ').append(g.text());
        }
        return line.toString();
    }
}
