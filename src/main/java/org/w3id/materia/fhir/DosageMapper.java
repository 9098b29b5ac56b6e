package org.w3id.materia.fhir;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Type;
import org.w3id.materia.extract.Amount;
import org.w3id.materia.extract.DoseStatement;
import org.w3id.materia.extract.DoseStatement.Maximum;
import org.w3id.materia.extract.Extent;

/**
 * A statement about dosing → Dosage (FHIR R4, 2.36.1). The sentence is always there; a statement that could not be computed is the
 * sentence alone.
 */
final class DosageMapper {
    /** An amount over one of these is how fast it is given; over a day or a week it is a total. */
    private static final Set<String> RATE_TIMES = Set.of("s", "min", "h");

    private final MonographScope scope;

    DosageMapper(MonographScope scope) {
        this.scope = scope;
    }

    Dosage map(DoseStatement statement) {
        Dosage dosage = new Dosage();
        scope.state(dosage, statement.evidence(), statement.ingredient());
        dosage.setText(statement.text());
        if (!statement.isComputed()) {
            return dosage;
        }
        TimingMapper.map(statement).ifPresent(dosage::setTiming);
        if (statement.asNeeded()) {
            dosage.setAsNeeded(new BooleanType(true));
        }
        statement.route().map(r -> scope.vocabulary().route(r.code())).ifPresent(dosage::setRoute);
        statement.amount().flatMap(DosageMapper::doseAndRate).ifPresent(dosage::addDoseAndRate);
        statement.maxima().forEach(m -> limit(m, dosage));
        return dosage;
    }

    private static Optional<DosageDoseAndRateComponent> doseAndRate(Amount amount) {
        return value(amount).map(value -> {
            DosageDoseAndRateComponent component = new DosageDoseAndRateComponent();
            boolean rate = amount.perTime().map(RATE_TIMES::contains).orElse(false);
            return rate ? component.setRate(value) : component.setDose(value);
        });
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
