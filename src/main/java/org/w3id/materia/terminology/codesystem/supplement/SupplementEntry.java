package org.w3id.materia.terminology.codesystem.supplement;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionDesignationComponent;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader.PropertyDefinition;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.Extensions;
import org.w3id.materia.terminology.codesystem.PublicationState;

/** What one supplement says of one concept (FHIR R4, 4.8.6 Code System Supplements). */
public record SupplementEntry(
        List<Designation> designations, List<ConceptProperty> properties, List<Extension> extensions) {
    /**
     * @param supplement in whose language the display is, which becomes a designation: a supplement replaces no display
     * @param addition the supplement's concept of the same code
     */
    public static SupplementEntry of(CodeSystem supplement, ConceptDefinitionComponent addition) {
        String source = Canonicals.of(supplement);
        List<Designation> designations = new ArrayList<>();
        if (addition.hasDisplay()) {
            designations.add(new Designation(
                    supplement.getLanguage(),
                    null,
                    addition.getDisplay(),
                    false,
                    Designation.ACTIVE,
                    List.of(),
                    source));
        }
        addition.getDesignation().forEach(d -> designations.add(designation(d, source)));
        List<PropertyDefinition> defined = supplement.getProperty().stream()
                .map(p -> new PropertyDefinition(p.getCode(), p.getUri(), null))
                .toList();
        return new SupplementEntry(designations, properties(addition, defined), addition.getExtension());
    }

    /** @param supplement versioned URL of that which it comes from; null for the code system itself */
    public static Designation designation(ConceptDefinitionDesignationComponent d, String supplement) {
        return new Designation(
                d.getLanguage(),
                d.hasUse() ? d.getUse() : null,
                d.hasValue() ? d.getValue().strip() : null,
                false,
                status(d),
                d.getExtension(),
                supplement);
    }

    private static String status(Element designation) {
        Extension stated = Extensions.first(designation, PublicationState.STANDARDS_STATUS);
        return stated == null ? Designation.ACTIVE : stated.getValue().primitiveValue();
    }

    /**
     * The concept's properties, in their order.
     *
     * @param defined those that the code system or supplement defines, which know the URIs
     */
    public static List<ConceptProperty> properties(ConceptDefinitionComponent from, List<PropertyDefinition> defined) {
        List<ConceptProperty> properties = new ArrayList<>();
        from.getProperty().forEach(p -> {
            String uri = defined.stream()
                    .filter(d -> d.code().equals(p.getCode()) && d.uri() != null)
                    .map(PropertyDefinition::uri)
                    .findFirst()
                    .orElse(null);
            properties.add(new ConceptProperty(p.getCode(), uri, p.getValue()));
        });
        return properties;
    }
}
