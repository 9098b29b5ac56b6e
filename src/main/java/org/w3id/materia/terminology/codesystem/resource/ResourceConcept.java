package org.w3id.materia.terminology.codesystem.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.Extensions;
import org.w3id.materia.terminology.codesystem.PublicationState;
import org.w3id.materia.terminology.codesystem.supplement.SupplementEntry;

/** A concept of a CodeSystem resource. */
final class ResourceConcept implements Concept {
    private static final Set<String> INACTIVE = Set.of("inactive", "retired");
    private static final Set<String> WITHDRAWN = Set.of("withdrawn");

    private final ConceptDefinitionComponent definition;
    private final List<Designation> designations = new ArrayList<>();
    private final List<ConceptProperty> properties = new ArrayList<>();
    private final List<Extension> extensions;

    ResourceConcept(ConceptDefinitionComponent definition, CodeSystemHeader header) {
        this.definition = definition;
        extensions = new ArrayList<>(definition.getExtension());
        if (definition.hasDisplay()) {
            designations.add(Designation.display(header.codes().language(), definition.getDisplay()));
        }
        definition.getDesignation().forEach(d -> designations.add(SupplementEntry.designation(d, null)));
        properties.addAll(SupplementEntry.properties(definition, header.codes().properties()));
    }

    private static Optional<String> standardsStatus(Element element) {
        return Optional.ofNullable(Extensions.first(element, PublicationState.STANDARDS_STATUS))
                .map(e -> e.getValue().primitiveValue());
    }

    /** Takes what a supplement says of this concept. */
    void supplement(SupplementEntry entry) {
        designations.addAll(entry.designations());
        properties.addAll(entry.properties());
        extensions.addAll(entry.extensions());
    }

    @Override
    public String code() {
        return definition.getCode();
    }

    @Override
    public String display() {
        return definition.getDisplay();
    }

    @Override
    public String definition() {
        return definition.getDefinition();
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
        return extensions;
    }

    @Override
    public boolean isAbstract() {
        return isTrue("notSelectable") || isTrue("abstract");
    }

    @Override
    public boolean isInactive() {
        String status = status();
        return INACTIVE.contains(status == null ? "" : status)
                || isTrue("inactive")
                || status != null && statusProperty().isEmpty() && WITHDRAWN.contains(status);
    }

    @Override
    public String status() {
        return statusProperty()
                .or(() -> standardsStatus(definition))
                .or(() -> Optional.ofNullable(
                        isTrue("deprecated") ? "deprecated" : isTrue("inactive") ? "inactive" : null))
                .orElse(null);
    }
}
