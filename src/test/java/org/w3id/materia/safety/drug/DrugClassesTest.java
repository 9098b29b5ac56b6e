package org.w3id.materia.safety.drug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.safety.stated.ClassForm;

/** Which drugs are members of which classes, by the shipped table and by what monographs call their medicines. */
class DrugClassesTest {
    private static final DrugClasses CLASSES = DrugClasses.load();

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
}
