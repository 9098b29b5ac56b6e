package org.w3id.materia.terminology.standard;

import java.util.List;
import org.hl7.fhir.r4.model.Extension;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;

/** A code with its English display, and nothing else. */
record StandardConcept(String code, String display) implements Concept {
    private static final String ENGLISH = "en";

    @Override
    public String definition() {
        return null;
    }

    @Override
    public List<Designation> designations() {
        return List.of(Designation.display(ENGLISH, display));
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
