package org.w3id.materia.server.safety;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.safety.drug.DrugFinder;
import org.w3id.materia.safety.drug.Term;

/** FHIR's ways to name something → {@link Term}. */
public final class Terms {
    private Terms() {}

    /** A concept with its codes; one without a system is no code. */
    public static Term of(CodeableConcept concept) {
        return new Term(
                concept.hasText() ? concept.getText() : "",
                concept.getCoding().stream()
                        .filter(c -> c.hasSystem() && c.hasCode())
                        .map(Terms::code)
                        .toList());
    }

    static Term of(Coding coding) {
        return of(new CodeableConcept().addCoding(coding));
    }

    private static Term.Code code(Coding coding) {
        return new Term.Code(
                new ConceptKey(coding.getSystem(), coding.getCode()), coding.hasDisplay() ? coding.getDisplay() : "");
    }

    /** The medicine of a MedicationKnowledge. */
    static Term medicine(String id) {
        return new Term("", List.of(new Term.Code(new ConceptKey(DrugFinder.MEDICINES, id), "")));
    }

    /** A value of a query: {@code system|code}, or words. */
    static Term of(String value) {
        int bar = value.indexOf('|');
        return bar <= 0 || bar == value.length() - 1
                ? Term.of(value)
                : new Term(
                        "",
                        List.of(new Term.Code(new ConceptKey(value.substring(0, bar), value.substring(bar + 1)), "")));
    }
}
