package org.w3id.materia.server.pages.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.pages.medicine.Fact;

class CsvTest {
    @Test
    void valuesAreQuotedWhereTheyMustAndNoneIsAFormula() {
        FindPage.Row row = new FindPage.Row(
                new Fact.MedicineLink("x", "=1+1"),
                new FindPage.Statement("used for", "a, b", "he said \"no\""),
                new FindPage.Source("plain", "x-1"));
        assertThat(Csv.of(List.of(row)))
                .isEqualTo("medicine,id,kind,what,notes,sentence,fact\r\n"
                        + "'=1+1,x,used for,\"a, b\",\"he said \"\"no\"\"\",plain,x-1\r\n");
    }
}
