package org.w3id.materia.safety.drug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.safety.stated.ClassForm;

/** Which drugs are members of which classes, by the shipped table and by what monographs call their medicines. */
class DrugClassesTest {
    private static final DrugClasses CLASSES = DrugClasses.load();
    private static final Path TABLE = Path.of("src/main/resources/org/w3id/materia/safety/drug-classes.tsv");

    @ParameterizedTest
    @CsvSource({
        "naproxen, NSAIDs, true",
        "celecoxib, other NSAIDs, true",
        "apixaban, another anticoagulant, true",
        "warfarin, oral anticoagulants, true",
        "enoxaparin, oral anticoagulants, false",
        "clarithromycin, strong CYP3A4 inhibitors, true",
        "clarithromycin, strong inhibitor of CYP3A4, true",
        "erythromycin, strong CYP3A4 inhibitors, false",
        "erythromycin, inhibitors of CYP3A, true",
        "fluoxetine, antidepressants, true",
        "fluoxetine, SNRIs, false",
        "propranolol, non-selective beta-blockers, true",
        "bisoprolol, non-selective beta-blockers, false",
        "bisoprolol, beta-blockers, true",
        "furosemide, potassium-losing diuretics, true",
        "furosemide, potassium-sparing diuretics, false",
        "amoxicillin, any penicillin, true",
        "amoxicillin, cephalosporins, false",
        "paracetamol, NSAIDs, false",
        "hydrochlorothiazide, thiazides, true",
        "indapamide, thiazides, false",
        "indapamide, thiazide-like diuretics, true",
        "indapamide, potassium-losing diuretics, true",
        "prednisolone, glucocorticoids, true",
        "prednisolone, corticosteroids, true",
        "ciprofloxacin, quinolones, true",
        "ciprofloxacin, fluoroquinolones, true",
        "nalidixic acid, fluoroquinolones, false",
        "ketoconazole, azole antifungals, true",
        "fluconazole, azoles, true",
        "fluconazole, imidazole antifungals, false",
        "moclobemide, MAO inhibitors, true",
        "tacrolimus, immunosuppressants, true",
        "cyclosporine, CYP3A4 inhibitors, true",
        "cyclosporine, moderate CYP3A4 inhibitors, false",
    })
    void theTableHasMembers(String drug, String className, boolean isMember) {
        assertThat(CLASSES.isMember(ClassForm.of(className), CLASSES.of(Set.of(NormalForm.of(drug)))))
                .isEqualTo(isMember);
    }

    @ParameterizedTest
    @CsvSource({
        "oral anticoagulant, anticoagulant, true",
        "anticoagulant, oral anticoagulant, false",
        "low molecular weight heparin, anticoagulant, true",
        "dihydropyridine calcium channel blocker, calcium antagonists, true",
        "non-selective beta-blocker, selective beta-blocker, false",
        "non-opioid, opioid, false",
        "potent glucocorticoid, corticosteroids, true",
        "long-acting basal insulin, insulin, true",
    })
    void whatAMonographCallsItsMedicineMakesItAMember(String own, String className, boolean isMember) {
        assertThat(CLASSES.isMember(ClassForm.of(className), CLASSES.withBroader(own)))
                .isEqualTo(isMember);
    }

    /** Nothing stands in the table that nobody looked up, and the documentation says how much each source confirmed. */
    @Test
    void everyMembershipHasItsSource() throws IOException {
        Map<String, Integer> memberships = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] row = line.split("\t", -1);
            if (!line.startsWith("#") && !row[4].isEmpty()) {
                for (String member : row[4].split("\\|")) {
                    assertThat(seen.add(row[0] + "|" + member))
                            .as(row[0] + ": " + member)
                            .isTrue();
                    memberships.merge(row[3], 1, Integer::sum);
                }
            }
        }
        List<String> documented = Files.readAllLines(Path.of("docs/check.md"));
        memberships.forEach((source, number) -> assertThat(documented)
                .as(source)
                .anyMatch(line -> line.startsWith("| `" + source + "` | " + number + " |")));
        assertThat(memberships).containsOnlyKeys("atc", "epc", "fda", "stem", "text");
    }
}
