package org.w3id.materia.store.lucene.concept;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader.PropertyDefinition;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.release.ReleasedConcept;

/** A concept of the index, as the terminology operations see it. */
final class StoredConcept implements Concept {
    private final int number;
    private final ReleasedConcept released;
    private final List<Designation> designations = new ArrayList<>();
    private final List<ConceptProperty> properties = new ArrayList<>();

    /**
     * @param number in its index
     * @param defined properties of the code system
     * @param language of the display; null where nothing says
     */
    StoredConcept(int number, ReleasedConcept released, List<PropertyDefinition> defined, String language) {
        this.number = number;
        this.released = released;
        if (released.display() != null) {
            designations.add(Designation.display(language, released.display()));
        }
        designations.addAll(released.designations());
        for (ConceptProperty property : released.properties()) {
            properties.add(new ConceptProperty(property.code(), uri(defined, property.code()), property.value()));
        }
        addFlag("inactive", released.isInactive());
        addFlag("notSelectable", released.isAbstract());
    }

    private static String uri(List<PropertyDefinition> defined, String code) {
        for (PropertyDefinition definition : defined) {
            if (definition.uri() != null && definition.code().equals(code)) {
                return definition.uri();
            }
        }
        return null;
    }

    /** A release may say it in another way than by the property of FHIR. */
    private void addFlag(String property, boolean isTrue) {
        if (isTrue && properties.stream().noneMatch(p -> p.code().equals(property))) {
            properties.add(new ConceptProperty(property, null, new BooleanType(true)));
        }
    }

    int number() {
        return number;
    }

    ReleasedConcept released() {
        return released;
    }

    @Override
    public String code() {
        return released.code();
    }

    @Override
    public String display() {
        return released.display();
    }

    @Override
    public String definition() {
        return released.definition();
    }

    @Override
    public List<Designation> designations() {
        return designations;
    }

    @Override
    public List<ConceptProperty> properties() {
        return properties;
    }

    @Override
    public List<Extension> extensions() {
        return List.of();
    }

    @Override
    public boolean isAbstract() {
        return released.isAbstract();
    }

    @Override
    public boolean isInactive() {
        return released.isInactive();
    }

    @Override
    public String status() {
        return statusProperty().orElseGet(() -> isTrue("deprecated") ? "deprecated" : isInactive() ? "inactive" : null);
    }
}
