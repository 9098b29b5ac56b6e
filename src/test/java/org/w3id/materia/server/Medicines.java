package org.w3id.materia.server;

import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeStatus;
import org.hl7.fhir.r4.model.MedicinalProductIndication;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Reference;

/** Small resources for tests. */
public final class Medicines {
    public static final String MARKDOWN = "---\ntitle: Amoxicillin\n---\n### Usage\nFor bacteria – not viruses.\n";

    private Medicines() {}

    public static MedicationKnowledge knowledge(String id, String name) {
        MedicationKnowledge mk = new MedicationKnowledge();
        mk.setId(id);
        mk.setStatus(MedicationKnowledgeStatus.ACTIVE);
        mk.setCode(new CodeableConcept()
                .addCoding(new Coding("http://www.whocc.no/atc", "ATC-" + id, name))
                .setText(name));
        mk.getText()
                .setStatus(Narrative.NarrativeStatus.GENERATED)
                .setDivAsString("<div>" + name.replace("&", "&amp;") + "</div>");
        return mk;
    }

    public static Medication medication(String id, String name) {
        Medication medication = new Medication();
        medication.setId(id);
        medication.setCode(new CodeableConcept().setText(name));
        return medication;
    }

    public static MedicinalProductIndication indication(String id, String medication) {
        MedicinalProductIndication indication = new MedicinalProductIndication();
        indication.setId(id);
        indication.addSubject(new Reference("Medication/" + medication));
        return indication;
    }

    public static Composition composition(String id, String... references) {
        Composition composition = new Composition();
        composition.setId(id);
        composition.setStatus(Composition.CompositionStatus.FINAL).setTitle("Monograph of " + id);
        composition.setSubject(new Reference("Medication/" + id));
        composition.setType(
                new CodeableConcept().addCoding(new Coding("http://loinc.org", "34391-3", "Human drug label")));
        composition.setDateElement(new DateTimeType("2026-11-23"));
        composition.addAuthor().setDisplay("Materia");
        for (String reference : references) {
            composition.addSection().addEntry(new Reference(reference));
        }
        return composition;
    }

    public static Binary markdown(String id) {
        Binary binary = new Binary();
        binary.setId(id);
        binary.setContentType("text/markdown");
        binary.setContent(MARKDOWN.getBytes(StandardCharsets.UTF_8));
        return binary;
    }
}
