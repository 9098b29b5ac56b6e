package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.text;

import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

/** The medicines that there are monographs of can be looked up, validated and picked from a list, like every code. */
@Tag("server")
class MedicineCodesTest {
    private static final String SYSTEM = "https://w3id.org/materia/fhir/CodeSystem/medicine";
    private static final String VALIDATE = "CodeSystem/$validate-code?url=" + SYSTEM + "&code=";

    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start() {
        MedicationKnowledge paracetamol = Medicines.knowledge("paracetamol", "Paracetamol");
        paracetamol.addSynonym("Acetaminophen");
        server = TestServer.with(published(), paracetamol, Medicines.knowledge("amoxicillin", "Amoxicillin"));
        client = new TerminologyClient(server);
    }

    private static CodeSystem published() {
        CodeSystem system = new CodeSystem();
        system.setId("medicine");
        system.setUrl(SYSTEM).setVersion("7").setName("Medicine").setStatus(PublicationStatus.ACTIVE);
        system.setCaseSensitive(true).setContent(CodeSystemContentMode.NOTPRESENT);
        return system;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void medicineIsLookedUp() {
        Parameters found = client.get(Parameters.class, "CodeSystem/$lookup?system=" + SYSTEM + "&code=paracetamol");
        assertThat(text(found, "display")).isEqualTo("Paracetamol");
        assertThat(text(found, "version")).isEqualTo("7");
    }

    @Test
    void medicineIsFoundByTheBeginningOfAName() {
        ValueSet found = client.get(ValueSet.class, "ValueSet/$expand?url=" + SYSTEM + "?vs&filter=acetam");
        assertThat(found.getExpansion().getContains())
                .extracting(ValueSet.ValueSetExpansionContainsComponent::getCode)
                .containsExactly("paracetamol");
    }

    @Test
    void importChangesWhatIsKnown() {
        assertThat(text(client.get(Parameters.class, VALIDATE + "aspirin"), "result"))
                .isEqualTo("false");
        assertThat(text(client.get(Parameters.class, VALIDATE + "amoxicillin"), "result"))
                .isEqualTo("true");
        server.put("second", Medicines.knowledge("aspirin", "Aspirin"));
        assertThat(text(client.get(Parameters.class, VALIDATE + "aspirin"), "display"))
                .isEqualTo("Aspirin");
    }

    @Test
    void statementListsTheMedicines() {
        assertThat(server.get("fhir/metadata?mode=terminology").body()).contains('"' + SYSTEM + '"');
        assertThat(server.get("fhir/metadata?mode=terminology").body()).doesNotContain("\"http://loinc.org\"");
    }
}
