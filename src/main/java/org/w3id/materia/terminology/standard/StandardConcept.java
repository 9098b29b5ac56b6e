package org.w3id.materia.terminology.standard;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;

/**
 * A code with its English names, and nothing else.
 *
 * @param display its usual name
 * @param otherNames may have the display among them
 */
record StandardConcept(String code, String display, List<String> otherNames) implements Concept {
    private static final String ENGLISH = "en";

    StandardConcept(String code, String display) {
        this(code, display, List.of());
    }

    @Override
    public String definition() {
        return null;
    }

    @Override
    public List<Designation> designations() {
        Designation usual = Designation.display(ENGLISH, display);
        return otherNames.isEmpty()
                ? List.of(usual)
                : Stream.concat(
                                Stream.of(usual),
                                otherNames.stream()
                                        .filter(name -> !name.equals(display))
                                        .map(StandardConcept::otherName))
                        .toList();
    }

    private static Designation otherName(String name) {
        return new Designation(ENGLISH, null, name, false, "active", List.of(), null);
    }

    @Override
    public List<ConceptProperty> properties() {
        return List.of();
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
