package org.w3id.materia.fhir.dosage;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Population;
import org.hl7.fhir.r4.model.Range;
import org.w3id.materia.extract.fact.Band;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.scope.Vocabulary;

/** Groups of patients → CodeableConcept and Population. */
public final class PatientGroupMapper {
    private static final String WEIGHT = Canonical.extension("patient-weight");
    static final String CLEARANCE = Canonical.extension("patient-clearance");
    private static final String POPULATION = Canonical.extension("population");

    private final Vocabulary vocabulary;

    public PatientGroupMapper(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The coded population, where one is named, with the text's own words. */
    CodeableConcept concept(PatientGroup group) {
        CodeableConcept concept = new CodeableConcept().setText(group.words());
        group.population()
                .ifPresent(p -> concept.addCoding(vocabulary.codes("population").coding(p.code())));
        return concept;
    }

    /**
     * A Population (FHIR R4, 2.36.8): age groups in {@code age[x]}, all else in {@code physiologicalCondition}. An age band
     * takes {@code age[x]}, which holds one value, and leaves the population's name to an extension.
     */
    public Population population(PatientGroup group) {
        Population population = new Population();
        boolean aboutAge =
                group.population().map(PatientGroupMapper::isAgeGroup).orElse(false);
        group.age().flatMap(PatientGroupMapper::range).ifPresent(population::setAge);
        if (!aboutAge) {
            population.setPhysiologicalCondition(concept(group));
        } else if (population.hasAge()) {
            population.addExtension(new Extension(POPULATION, concept(group)));
        } else {
            population.setAge(concept(group));
        }
        group.weight()
                .flatMap(PatientGroupMapper::range)
                .ifPresent(weight -> population.addExtension(new Extension(WEIGHT, weight)));
        group.clearance()
                .flatMap(PatientGroupMapper::range)
                .ifPresent(clearance -> population.addExtension(new Extension(CLEARANCE, clearance)));
        return population;
    }

    static Optional<Range> range(Band band) {
        return Quantities.range(band.low(), band.high(), band.unit());
    }

    /** What the groups say, for an id: words, code and bands. */
    public static String identity(List<PatientGroup> groups) {
        StringBuilder identity = new StringBuilder();
        for (PatientGroup group : groups) {
            identity.append(group.population().map(p -> p.code()).orElse(""))
                    .append('|')
                    .append(group.words())
                    .append('|')
                    .append(group.age().map(PatientGroupMapper::identity).orElse(""))
                    .append('|')
                    .append(group.weight().map(PatientGroupMapper::identity).orElse(""))
                    .append(group.clearance()
                            .map(c -> '|' + PatientGroupMapper.identity(c))
                            .orElse(""))
                    .append(';');
        }
        return identity.toString();
    }

    private static String identity(Band band) {
        return band.low().map(v -> v.stripTrailingZeros().toPlainString()).orElse("") + "-"
                + band.high().map(v -> v.stripTrailingZeros().toPlainString()).orElse("") + band.unit();
    }

    private static boolean isAgeGroup(org.w3id.materia.extract.fact.Population population) {
        return switch (population) {
            case ADULT, CHILD, INFANT, NEONATE, ADOLESCENT, ELDERLY -> true;
            case RENAL, HEPATIC, PREGNANCY -> false;
        };
    }
}
