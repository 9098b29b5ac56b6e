package org.w3id.materia.server.pages.medicine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Type;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.dosage.UnitName;

/** What a Dosage says beside its text, in words; nothing is computed, rounded or converted. */
public final class DoseWords {
    private static final String INGREDIENT = Canonical.extension("ingredient");

    private DoseWords() {}

    static DoseRow.Details of(Dosage dosage) {
        List<String> frequency = new ArrayList<>(TimingWords.frequency(dosage.getTiming()));
        if (dosage.hasAsNeededBooleanType() && dosage.getAsNeededBooleanType().booleanValue()) {
            frequency.add("as needed");
        }
        return new DoseRow.Details(
                new DoseRow.Given(
                        dosage.getDoseAndRate().stream().map(DoseWords::amount).toList(),
                        dosage.hasRoute() ? concept(dosage.getRoute()) : ""),
                new DoseRow.Rhythm(frequency, duration(dosage.getTiming().getRepeat())),
                ceiling(dosage),
                conditions(dosage));
    }

    private static List<String> conditions(Dosage dosage) {
        List<String> conditions = new ArrayList<>();
        if (dosage.hasExtension(INGREDIENT)) {
            Reference ingredient =
                    (Reference) dosage.getExtensionByUrl(INGREDIENT).getValue();
            conditions.add("as " + ingredient.getDisplay());
        }
        dosage.getAdditionalInstruction().forEach(condition -> conditions.add(concept(condition)));
        return conditions;
    }

    private static String amount(DosageDoseAndRateComponent component) {
        if (component.hasDose()) {
            return words(component.getDose());
        }
        String rate = words(component.getRate());
        return component.hasRateRatio() ? rate + ", in all" : rate;
    }

    private static String words(Type value) {
        if (value instanceof Range range) {
            return range(range);
        }
        return value instanceof Ratio ratio ? ratio(ratio) : quantity((Quantity) value);
    }

    /** "in 24 hours", which a total is within, or a ceiling. */
    private static String ratio(Ratio ratio) {
        Quantity over = ratio.getDenominator();
        return quantity(ratio.getNumerator())
                + (isOne(over) ? each(UnitName.of(over.getCode(), true)) : " in " + quantity(over));
    }

    /** " a day", " an hour". */
    static String each(String period) {
        return (period.startsWith("h") ? " an " : " a ") + period;
    }

    static String quantity(Quantity quantity) {
        return number(quantity.getValue()) + " " + UnitName.of(quantity.getCode(), isOne(quantity));
    }

    private static boolean isOne(Quantity quantity) {
        return quantity.getValue().compareTo(BigDecimal.ONE) == 0;
    }

    private static String range(Range range) {
        if (!range.hasLow()) {
            return "up to " + quantity(range.getHigh());
        }
        if (!range.hasHigh()) {
            return "at least " + quantity(range.getLow());
        }
        return number(range.getLow().getValue()) + "–" + quantity(range.getHigh());
    }

    private static List<String> duration(TimingRepeatComponent repeat) {
        List<String> duration = new ArrayList<>();
        if (repeat.hasBoundsDuration()) {
            duration.add("for " + quantity((Duration) repeat.getBounds()));
        } else if (repeat.hasBoundsRange()) {
            duration.add("for " + range(repeat.getBoundsRange()));
        }
        if (repeat.hasDuration()) {
            duration.add("given over "
                    + TimingWords.span(repeat.getDuration(), repeat.getDurationMax(), repeat.getDurationUnit()));
        }
        return duration;
    }

    private static List<String> ceiling(Dosage dosage) {
        List<String> ceiling = new ArrayList<>();
        if (dosage.hasMaxDosePerPeriod()) {
            ceiling.add(ratio(dosage.getMaxDosePerPeriod()));
        }
        if (dosage.hasMaxDosePerAdministration()) {
            ceiling.add(quantity(dosage.getMaxDosePerAdministration()) + " at once");
        }
        return ceiling;
    }

    static String number(BigDecimal value) {
        return value.toPlainString();
    }

    /** The text's own words, else the name of its first code. */
    public static String concept(CodeableConcept concept) {
        return concept.hasText()
                ? concept.getText()
                : concept.getCoding().stream()
                        .map(c -> c.hasDisplay() ? c.getDisplay() : c.getCode())
                        .limit(1)
                        .collect(Collectors.joining());
    }
}
