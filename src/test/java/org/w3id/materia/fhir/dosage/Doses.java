package org.w3id.materia.fhir.dosage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Route;
import org.w3id.materia.extract.fact.Schedule;
import org.w3id.materia.extract.fact.WhyText;
import org.w3id.materia.fhir.SampleMonograph;
import org.w3id.materia.monograph.SectionKind;

/** Builds dose statements about sentences of the {@link SampleMonograph}. */
public final class Doses {
    private final String text;
    private List<PatientGroup> groups = List.of();
    private Optional<String> indication = Optional.empty();
    private DoseStatement.Stage stage = DoseStatement.Stage.GENERAL;
    private Optional<Route> route = Optional.empty();
    private Optional<Amount> amount = Optional.empty();
    private Optional<Schedule> schedule = Optional.empty();
    private Optional<Extent> course = Optional.empty();
    private Optional<Extent> administration = Optional.empty();
    private boolean asNeeded;
    private final List<DoseStatement.Maximum> maxima = new ArrayList<>();
    private Optional<String> ingredient = Optional.empty();

    private Doses(String text) {
        this.text = text;
    }

    public static Doses of(String text) {
        return new Doses(text);
    }

    public static Schedule every(
            Integer frequency, Integer frequencyMax, String period, String periodMax, String unit, String... when) {
        return new Schedule(
                Optional.ofNullable(frequency),
                Optional.ofNullable(frequencyMax),
                Optional.ofNullable(period).map(BigDecimal::new),
                Optional.ofNullable(periodMax).map(BigDecimal::new),
                Optional.ofNullable(unit),
                List.of(when),
                List.of(),
                List.of(),
                Optional.empty());
    }

    public Doses groups(PatientGroup... patients) {
        groups = List.of(patients);
        return this;
    }

    public Doses indication(String condition) {
        indication = Optional.of(condition);
        return this;
    }

    public Doses stage(DoseStatement.Stage value) {
        stage = value;
        return this;
    }

    public Doses route(Route value) {
        route = Optional.of(value);
        return this;
    }

    public Doses amount(Amount value) {
        amount = Optional.of(value);
        return this;
    }

    public Doses schedule(Schedule value) {
        schedule = Optional.of(value);
        return this;
    }

    public Doses course(Extent value) {
        course = Optional.of(value);
        return this;
    }

    public Doses administration(Extent value) {
        administration = Optional.of(value);
        return this;
    }

    public Doses asNeeded() {
        asNeeded = true;
        return this;
    }

    public Doses maximumPerPeriod(Amount value, String length, String unit) {
        BigDecimal number = new BigDecimal(length);
        Extent period = new Extent(Optional.of(number), Optional.of(number), unit);
        maxima.add(new DoseStatement.Maximum(value, Optional.of(period)));
        return this;
    }

    public Doses maximumPerAdministration(Amount value) {
        maxima.add(new DoseStatement.Maximum(value, Optional.empty()));
        return this;
    }

    public Doses ingredient(String name) {
        ingredient = Optional.of(name);
        return this;
    }

    public DoseStatement build() {
        return new DoseStatement(
                new DoseStatement.Scope(groups, indication, List.of(), List.of(), ingredient),
                new DoseStatement.Dose(
                        stage, route, amount, schedule, course, administration, asNeeded, Optional.empty()),
                maxima,
                text,
                List.of(),
                WhyText.NOTHING,
                SampleMonograph.evidence(text, SectionKind.DOSAGE));
    }
}
