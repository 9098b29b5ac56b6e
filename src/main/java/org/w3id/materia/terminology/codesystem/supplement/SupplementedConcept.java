package org.w3id.materia.terminology.codesystem.supplement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Extension;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;

/**
 * A concept with what supplements say of it.
 *
 * @param plain as the code system has it
 * @param entries in the order of the supplements
 */
record SupplementedConcept(Concept plain, List<SupplementEntry> entries) implements Concept {
    private <T> List<T> joined(List<T> own, Function<SupplementEntry, List<T>> added) {
        List<T> all = new ArrayList<>(own);
        entries.forEach(e -> all.addAll(added.apply(e)));
        return all;
    }

    @Override
    public String code() {
        return plain.code();
    }

    @Override
    public String display() {
        return plain.display();
    }

    @Override
    public String definition() {
        return plain.definition();
    }

    @Override
    public List<Designation> designations() {
        return joined(plain.designations(), SupplementEntry::designations);
    }

    @Override
    public List<ConceptProperty> properties() {
        return joined(plain.properties(), SupplementEntry::properties);
    }

    @Override
    public List<Extension> extensions() {
        return joined(plain.extensions(), SupplementEntry::extensions);
    }

    @Override
    public boolean isAbstract() {
        return plain.isAbstract();
    }

    @Override
    public boolean isInactive() {
        return plain.isInactive();
    }

    @Override
    public String status() {
        return plain.status();
    }
}
