package org.w3id.materia.clients;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.io.PrintStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeAdministrationGuidelinesComponent;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeAdministrationGuidelinesDosageComponent;
import org.hl7.fhir.r4.model.MedicinalProductIndication;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;

/** A client of Materia, made with HAPI FHIR's generic client. */
public final class HapiClientExample {
    private final IGenericClient materia;
    private final PrintStream out;

    HapiClientExample(String base, PrintStream out) {
        FhirContext context = FhirContext.forR4Cached();
        // Spares a request for the capability statement before the first one of your own.
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        this.materia = context.newRestfulGenericClient(base);
        this.out = out;
    }

    void capabilities() {
        CapabilityStatement statement =
                materia.capabilities().ofType(CapabilityStatement.class).execute();
        out.println(statement.getSoftware().getName() + ", FHIR "
                + statement.getFhirVersion().toCode());
    }

    void byName() {
        Bundle found = materia.search()
                .forResource(MedicationKnowledge.class)
                .where(new StringClientParam("name").matches().value("amox"))
                .returnBundle(Bundle.class)
                .execute();
        for (Bundle.BundleEntryComponent entry : found.getEntry()) {
            out.println(entry.getResource().getIdElement().getIdPart());
        }
    }

    void dosing(String id) {
        MedicationKnowledge medicine =
                materia.read().resource(MedicationKnowledge.class).withId(id).execute();
        for (MedicationKnowledgeAdministrationGuidelinesComponent guideline : medicine.getAdministrationGuidelines()) {
            if (!guideline.hasIndicationCodeableConcept()) {
                continue;
            }
            out.println(guideline.getIndicationCodeableConcept().getText());
            for (MedicationKnowledgeAdministrationGuidelinesDosageComponent stage : guideline.getDosage()) {
                stage.getDosage().forEach(this::print);
            }
        }
    }

    private void print(Dosage dosage) {
        if (!dosage.hasDoseAndRate()) {
            out.println("  (text alone) " + dosage.getText());
            return;
        }
        out.println("  " + dose(dosage.getDoseAndRateFirstRep())
                + times(dosage.getTiming().getRepeat()) + ": " + dosage.getText());
    }

    /** A dose is an amount, a range of amounts, or a rate such as 15 mg/kg a day. */
    private static String dose(DosageDoseAndRateComponent dose) {
        if (dose.hasDoseQuantity()) {
            return amount(dose.getDoseQuantity());
        } else if (dose.hasDoseRange()) {
            Range range = dose.getDoseRange();
            return (range.hasLow() ? amount(range.getLow()) + " to " : "up to ") + amount(range.getHigh());
        } else if (dose.hasRateRatio()) {
            return amount(dose.getRateRatio().getNumerator()) + " per "
                    + amount(dose.getRateRatio().getDenominator());
        }
        return "a rate";
    }

    private static String amount(Quantity quantity) {
        return quantity.getValue() + " " + quantity.getCode();
    }

    /** Not every text says how often. */
    private static String times(TimingRepeatComponent times) {
        return times.hasFrequency() && times.hasPeriodUnit()
                ? ", " + times.getFrequency() + " times in " + times.getPeriod() + " "
                        + times.getPeriodUnit().toCode()
                : "";
    }

    void contraindicatedInPregnancy() {
        Bundle page = materia.search()
                .forResource(MedicationKnowledge.class)
                .where(new TokenClientParam("contraindicated-for").exactly().code("PREG"))
                .sort()
                .ascending("_id")
                .elementsSubset("code")
                .count(5)
                .returnBundle(Bundle.class)
                .execute();
        while (true) {
            for (Bundle.BundleEntryComponent entry : page.getEntry()) {
                out.println(
                        ((MedicationKnowledge) entry.getResource()).getCode().getText());
            }
            if (page.getLink(Bundle.LINK_NEXT) == null) {
                break;
            }
            page = materia.loadPage().next(page).execute();
        }
    }

    void indicationsWithTheirSentences() {
        Bundle found = materia.search()
                .forResource(MedicinalProductIndication.class)
                .where(MedicinalProductIndication.SUBJECT.hasId("Medication/mogamulizumab"))
                .returnBundle(Bundle.class)
                .execute();
        for (Bundle.BundleEntryComponent entry : found.getEntry()) {
            MedicinalProductIndication indication = (MedicinalProductIndication) entry.getResource();
            String quote = indication
                    .getExtensionByUrl("https://w3id.org/materia/fhir/StructureDefinition/evidence")
                    .getExtensionString("quote");
            out.println(indication.getDiseaseSymptomProcedure().getText() + ", from \"" + quote + "\"");
        }
    }

    void document() {
        Bundle document = materia.operation()
                .onInstance("Composition/apixaban")
                .named("$document")
                .withNoParameters(Parameters.class)
                .useHttpGet()
                .returnResourceType(Bundle.class)
                .execute();
        Composition composition = (Composition) document.getEntryFirstRep().getResource();
        out.println(document.getType().toCode() + ": " + composition.getTitle());
        composition.getSection().forEach(section -> out.println("  " + section.getTitle()));
    }

    void failures() {
        try {
            materia.read().resource(MedicationKnowledge.class).withId("nothing").execute();
        } catch (ResourceNotFoundException e) {
            OperationOutcome outcome = (OperationOutcome) e.getOperationOutcome();
            out.println(e.getStatusCode() + " " + outcome.getIssueFirstRep().getDiagnostics());
        }
        try {
            materia.search().byUrl("MedicationKnowledge?colour=red").execute();
        } catch (InvalidRequestException e) {
            OperationOutcome outcome = (OperationOutcome) e.getOperationOutcome();
            out.println(e.getStatusCode() + " "
                    + outcome.getIssueFirstRep().getCode().toCode());
        }
    }

    void run() {
        capabilities();
        byName();
        dosing("apixaban");
        contraindicatedInPregnancy();
        indicationsWithTheirSentences();
        document();
        failures();
    }

    /** @param arguments the FHIR base, such as {@code http://127.0.0.1:8080/fhir} */
    public static void main(String[] arguments) {
        new HapiClientExample(arguments[0], System.out).run();
    }
}
