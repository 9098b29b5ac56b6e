package org.w3id.materia.safety.stated;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeAdministrationGuidelinesPatientCharacteristicsComponent;
import org.hl7.fhir.r4.model.Population;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.w3id.materia.fhir.conformance.Canonical;

/** Groups of patients, of guidelines and of contraindications. */
public final class GroupReader {
    private static final String POPULATIONS = Canonical.codeSystem("population");

    /** How many years a unit of age is. */
    private static final Map<String, BigDecimal> YEARS = Map.of(
            "a", BigDecimal.ONE,
            "mo", BigDecimal.ONE.divide(BigDecimal.valueOf(12), MathContext.DECIMAL64),
            "wk", BigDecimal.valueOf(7).divide(new BigDecimal("365.25"), MathContext.DECIMAL64),
            "d", BigDecimal.ONE.divide(new BigDecimal("365.25"), MathContext.DECIMAL64));

    private GroupReader() {}

    static StatedGroup of(MedicationKnowledgeAdministrationGuidelinesPatientCharacteristicsComponent characteristic) {
        CodeableConcept concept =
                characteristic.getCharacteristic() instanceof CodeableConcept coded ? coded : new CodeableConcept();
        String words = characteristic.getValue().stream().map(v -> v.getValue()).collect(Collectors.joining(", "));
        return group(concept, words.isEmpty() ? text(concept) : words, characteristic, Optional.empty());
    }

    /** What a fact names as its patients. */
    public static StatedGroup of(Population population) {
        CodeableConcept concept = concept(population);
        return group(
                concept,
                text(concept),
                population,
                population.hasAgeRange() ? Optional.of(years(population.getAgeRange())) : Optional.empty());
    }

    private static CodeableConcept concept(Population population) {
        if (population.hasAgeCodeableConcept()) {
            return population.getAgeCodeableConcept();
        }
        Extension named = population.getExtensionByUrl(Canonical.extension("population"));
        return named != null && named.getValue() instanceof CodeableConcept coded
                ? coded
                : population.getPhysiologicalCondition();
    }

    private static StatedGroup group(CodeableConcept concept, String words, Element stated, Optional<Bounds> age) {
        String population = concept.getCoding().stream()
                .filter(c -> POPULATIONS.equals(c.getSystem()))
                .map(c -> c.getCode())
                .findFirst()
                .orElse("");
        Map<Measure, Bounds> bounds = new EnumMap<>(Measure.class);
        age.or(() -> range(stated, "patient-age").map(GroupReader::years))
                .ifPresent(years -> bounds.put(Measure.AGE, years));
        range(stated, "patient-weight").ifPresent(weight -> bounds.put(Measure.WEIGHT, bounds(weight)));
        range(stated, "patient-clearance").ifPresent(clearance -> bounds.put(Measure.CLEARANCE, bounds(clearance)));
        return new StatedGroup(population, words, bounds);
    }

    private static Optional<Range> range(Element element, String extension) {
        Extension found = element.getExtensionByUrl(Canonical.extension(extension));
        return found != null && found.getValue() instanceof Range range ? Optional.of(range) : Optional.empty();
    }

    private static Bounds bounds(Range range) {
        return new Bounds(value(range.getLow()), value(range.getHigh()));
    }

    private static Bounds years(Range range) {
        return new Bounds(years(range.getLow()), years(range.getHigh()));
    }

    private static Optional<BigDecimal> years(Quantity quantity) {
        return value(quantity).map(v -> v.multiply(YEARS.getOrDefault(quantity.getCode(), BigDecimal.ONE)));
    }

    private static Optional<BigDecimal> value(Quantity quantity) {
        return quantity.hasValue() ? Optional.of(quantity.getValue()) : Optional.empty();
    }

    private static String text(CodeableConcept concept) {
        return concept.hasText() ? concept.getText() : "";
    }
}
