package org.w3id.materia.terminology.codesystem;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Extension;

/**
 * A code with its English names and what a table says of it besides; of its state nothing is known.
 *
 * @param display its usual name
 * @param otherNames may have the display among them
 */
public record EnglishConcept(String code, String display, List<String> otherNames, List<ConceptProperty> properties)
        implements Concept {
    private static final String ENGLISH = "en";

    public EnglishConcept {
        otherNames = List.copyOf(otherNames);
        properties = List.copyOf(properties);
    }

    /** A code with names alone. */
    public EnglishConcept(String code, String display, String... otherNames) {
        this(code, display, List.of(otherNames), List.of());
    }

    @Override
    public String definition() {
        return null;
    }

    @Override
    public List<Designation> designations() {
        List<Designation> names = new ArrayList<>();
        names.add(Designation.display(ENGLISH, display));
        otherNames.stream()
                .filter(name -> !name.equals(display))
                .map(name -> new Designation(ENGLISH, null, name, false, Designation.ACTIVE, List.of(), null))
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
