package org.w3id.materia.fhir.dosage;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.DoseStatement.Maximum;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.scope.MonographScope;

/**
 * A statement about dosing → Dosage (FHIR R4, 2.36.1). The sentence is always there; a statement that could not be computed is the
 * sentence alone, with what governs it.
 */
final class DosageMapper {
    /** An amount over one of these is how fast it is given; over a day or a week it is a total. */
    private static final Set<String> SPEEDS = Set.of("s", "min", "h");

    private static final String CONTEXT = Canonical.extension("context");
    private static final String BETWEEN = " › ";

    private final MonographScope scope;

    DosageMapper(MonographScope scope) {
        this.scope = scope;
    }

    Dosage map(DoseStatement statement) {
        Dosage dosage = new Dosage();
        scope.state(dosage, statement.evidence(), statement.ingredient());
        dosage.setText(text(statement));
        dosage.setId(scope.elementId(
                dosage.fhirType(),
                dosage.getText(),
                DoseSummary.of(statement),
                statement.ingredient().orElse("")));
        statement.scope().context().ifPresent(c -> dosage.addExtension(new Extension(CONTEXT, new StringType(c))));
        if (!statement.isComputed()) {
            return dosage;
        }
        statement.dose().sequence().ifPresent(dosage::setSequence);
        statement.scope().conditions().forEach(c -> dosage.addAdditionalInstruction(new CodeableConcept().setText(c)));
        TimingMapper.map(statement).ifPresent(dosage::setTiming);
        if (statement.asNeeded()) {
            dosage.setAsNeeded(new BooleanType(true));
        }
        statement.route().map(r -> scope.vocabulary().route(r.code())).ifPresent(dosage::setRoute);
        statement.amount().flatMap(DosageMapper::doseAndRate).ifPresent(dosage::addDoseAndRate);
        statement.maxima().forEach(m -> limit(m, dosage));
        return dosage;
    }

    /** The sentence behind all that governs it, so that it may be shown alone. */
    private static String text(DoseStatement statement) {
        String path = statement.scope().path().stream()
                .map(p -> p.endsWith(":") ? p.substring(0, p.length() - 1) : p)
                .collect(Collectors.joining(BETWEEN));
        return path.isEmpty() ? statement.text() : path + ": " + statement.text();
    }

    /** An amount over time is never a dose, which a client would multiply by the frequency. */
    private static Optional<DosageDoseAndRateComponent> doseAndRate(Amount amount) {
        Optional<? extends Type> value = total(amount);
        if (value.isEmpty()) {
            value = value(amount);
        }
        return value.map(v -> {
            DosageDoseAndRateComponent component = new DosageDoseAndRateComponent();
            return amount.perTime().isPresent() ? component.setRate(v) : component.setDose(v);
        });
    }

    /** A total over a day or a week as a Ratio, where it is one number. */
    private static Optional<Ratio> total(Amount amount) {
        boolean total = amount.perTime().filter(t -> !SPEEDS.contains(t)).isPresent();
        if (!total || !amount.isSingle()) {
            return Optional.empty();
        }
        String unit = amount.unit() + amount.perBody().map(b -> "/" + b).orElse("");
        return Optional.of(new Ratio()
                .setNumerator(Quantities.quantity(amount.high().orElseThrow(), unit))
                .setDenominator(
                        Quantities.quantity(BigDecimal.ONE, amount.perTime().orElseThrow())));
    }

    private static Optional<? extends Type> value(Amount amount) {
        if (amount.isSingle()) {
            return amount.high().map(v -> Quantities.quantity(v, amount.ucum()));
        }
        return Quantities.range(amount.low(), amount.high(), amount.ucum());
    }

    /** R4 has room for one ceiling of each kind: the first that is stated. */
    private static void limit(Maximum maximum, Dosage dosage) {
        Optional<BigDecimal> most = ceiling(maximum.amount());
        if (most.isEmpty()) {
            return;
        }
        Quantity quantity = Quantities.quantity(most.get(), maximum.amount().ucum());
        Optional<Quantity> period = maximum.period().map(DosageMapper::period);
        if (period.isPresent() && !dosage.hasMaxDosePerPeriod()) {
            dosage.setMaxDosePerPeriod(new Ratio().setNumerator(quantity).setDenominator(period.get()));
        } else if (period.isEmpty() && !dosage.hasMaxDosePerAdministration()) {
            dosage.setMaxDosePerAdministration(quantity);
        }
    }

    private static Quantity period(Extent period) {
        return Quantities.quantity(period.high().or(period::low).orElseThrow(), period.unit());
    }

    /** The one number of a ceiling. A ceiling that is itself a range ("at most 3 to 4 g") stays text: neither end is safe. */
    private static Optional<BigDecimal> ceiling(Amount maximum) {
        return maximum.isSingle() || maximum.low().isEmpty() ? maximum.high() : Optional.empty();
    }
}
