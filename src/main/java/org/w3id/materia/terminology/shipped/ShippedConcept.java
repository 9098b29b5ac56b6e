package org.w3id.materia.terminology.shipped;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Extension;
import org.w3id.materia.coding.ShippedName;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;

/** A row of a shipped table as a concept; {@code properties} are what else the table says. */
record ShippedConcept(ShippedName row, List<ConceptProperty> properties) implements Concept {
    private static final String ENGLISH = "en";

    ShippedConcept {
        properties = List.copyOf(properties);
    }

    @Override
    public String code() {
        return row.code();
    }

    @Override
    public String display() {
        return row.name();
    }

    @Override
    public String definition() {
        return null;
    }

    @Override
    public List<Designation> designations() {
        List<Designation> names = new ArrayList<>();
        names.add(Designation.display(ENGLISH, row.name()));
        row.synonyms().stream()
                .filter(name -> !name.equals(row.name()))
                .map(name -> new Designation(ENGLISH, null, name, false, "active", List.of(), null))
                .forEach(names::add);
        return names;
    }

    @Override
    public List<Extension> extensions() {
        return List.of();
    }

    @Override
    public boolean isAbstract() {
        return false;
    }

    @Override
    public boolean isInactive() {
        return false;
    }

    @Override
    public String status() {
        return null;
    }
}
