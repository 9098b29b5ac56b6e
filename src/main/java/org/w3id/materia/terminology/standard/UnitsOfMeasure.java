package org.w3id.materia.terminology.standard;

import java.util.Optional;
import java.util.function.Predicate;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.EnglishConcept;

/**
 * The Unified Code for Units of Measure (FHIR R4, 4.3.14): every expression of its grammar is a code. The filter {@code canonical} is
 * that of FHIR: units that are comparable with the given one.
 */
final class UnitsOfMeasure extends StandardCodeSystem {
    static final String URL = "http://unitsofmeasure.org";

    private final UcumService ucum;

    private UnitsOfMeasure(UcumService ucum) {
        super(URL, ucum.ucumIdentification().getVersion(), "UCUM", true);
        this.ucum = ucum;
    }

    static UnitsOfMeasure load() {
        return new UnitsOfMeasure(UcumUnits.service());
    }

    @Override
    Optional<EnglishConcept> find(String code) {
        if (ucum.validate(code) != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EnglishConcept(code, ucum.analyse(code)));
        } catch (UcumException e) {
            return Optional.of(new EnglishConcept(code, code));
        }
    }

    @Override
    public Optional<Predicate<Concept>> filter(Filter filter) {
        if (!filter.property().equals("canonical") || !filter.operator().equals("=")) {
            return super.filter(filter);
        }
        return Optional.of(concept -> {
            try {
                return ucum.isComparable(concept.code(), filter.value());
            } catch (UcumException e) {
                return false;
            }
        });
    }
}
