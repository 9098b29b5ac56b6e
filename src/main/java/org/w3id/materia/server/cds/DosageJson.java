package org.w3id.materia.server.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/** Of a {@code dosageInstruction} what a dose is computed from. A strict parser would refuse an order for what it is not asked about. */
final class DosageJson {
    private DosageJson() {}

    static Dosage read(JsonNode json) {
        Dosage dosage = new Dosage();
        json.path("route").path("coding").forEach(c -> dosage.getRoute()
                .addCoding(new Coding(
                        c.path("system").asText(null),
                        c.path("code").asText(null),
                        c.path("display").asText(null))));
        JsonNode dose = json.path("doseAndRate").path(0);
        if (dose.path("doseQuantity").path("value").isNumber()) {
            dosage.addDoseAndRate().setDose(quantity(dose.path("doseQuantity")));
        } else if (dose.path("doseRange").path("high").path("value").isNumber()) {
            dosage.addDoseAndRate()
                    .setDose(new Range()
                            .setLow(quantity(dose.path("doseRange").path("low")))
                            .setHigh(quantity(dose.path("doseRange").path("high"))));
        }
        if (json.path("sequence").isInt()) {
            dosage.setSequence(json.path("sequence").asInt());
        }
        repeat(json.path("timing").path("repeat"), dosage.getTiming().getRepeat());
        return dosage;
    }

    private static void repeat(JsonNode json, TimingRepeatComponent repeat) {
        if (json.path("frequency").isInt()) {
            repeat.setFrequency(Math.max(1, json.path("frequency").asInt()));
        }
        if (json.path("frequencyMax").isInt()) {
            repeat.setFrequencyMax(Math.max(1, json.path("frequencyMax").asInt()));
        }
        if (json.path("period").isNumber()) {
            repeat.setPeriod(json.path("period").decimalValue());
        }
        try {
            repeat.setPeriodUnit(UnitsOfTime.fromCode(json.path("periodUnit").asText(null)));
        } catch (FHIRException e) {
            repeat.setPeriodUnit(null); // Without it nothing is computed.
        }
    }

    private static Quantity quantity(JsonNode json) {
        Quantity quantity = new Quantity();
        if (json.path("value").isNumber()) {
            BigDecimal value = json.path("value").decimalValue();
            quantity.setValue(value);
        }
        quantity.setUnit(json.path("unit").asText(null));
        quantity.setCode(json.path("code").asText(null));
        return quantity;
    }
}
