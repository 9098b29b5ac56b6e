package org.w3id.materia.terminology.release.fhir;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Extensions;
import org.w3id.materia.terminology.release.ConceptBuilder;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.ReleasedConcept;

/**
 * The concepts of a large code system, given one by one. Parents are those around a concept and those that its properties
 * name (FHIR R4, 4.8.11: parent, subsumedBy); a concept is inactive where inactive, status or standards-status says so.
 */
final class CodeSystemConcepts {
    private static final String STANDARDS_STATUS =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status";
    private static final Set<String> INACTIVE = Set.of("inactive", "retired");

    private final Map<String, String> uris;
    private final ReleaseFile file;
    private final ReleaseSink sink;

    CodeSystemConcepts(CodeSystem header, ReleaseFile file, ReleaseSink sink) {
        uris = header.getProperty().stream()
                .filter(PropertyComponent::hasUri)
                .collect(Collectors.toMap(PropertyComponent::getCode, PropertyComponent::getUri, (a, b) -> a));
        this.file = file;
        this.sink = sink;
    }

    static int count(List<ConceptDefinitionComponent> concepts) {
        int count = concepts.size();
        for (ConceptDefinitionComponent concept : concepts) {
            count += count(concept.getConcept());
        }
        return count;
    }

    /** All of a list and those inside, parents first. */
    void all(List<ConceptDefinitionComponent> concepts, String parent, int line) throws IOException {
        for (ConceptDefinitionComponent concept : concepts) {
            give(concept, parent, line);
            all(concept.getConcept(), concept.getCode(), line);
        }
    }

    /** One concept, without those inside. */
    void give(ConceptDefinitionComponent concept, String parent, int line) throws IOException {
        if (concept.hasCode()) {
            sink.concept(released(concept, parent));
        } else {
            sink.finding(FhirResources.broken(file, line, "A concept has no code and is left out."));
        }
    }

    private ReleasedConcept released(ConceptDefinitionComponent concept, String parent) {
        ConceptBuilder builder = new ConceptBuilder(concept.getCode());
        if (concept.hasDisplay()) {
            builder.display(concept.getDisplay());
        }
        builder.definition(concept.getDefinition());
        concept.getDesignation().stream()
                .filter(d -> d.hasValue())
                .forEach(d -> builder.name(d.getLanguage(), d.hasUse() ? d.getUse() : null, d.getValue()));
        if (parent != null) {
            builder.parent(parent);
        }
        Extension status = Extensions.first(concept, STANDARDS_STATUS);
        boolean inactive =
                status != null && "withdrawn".equals(status.getValue().primitiveValue());
        for (ConceptPropertyComponent property : concept.getProperty()) {
            inactive |= property(builder, property);
        }
        return builder.inactive(inactive).build();
    }

    /** Takes a property; true where it says that the concept is inactive. */
    private boolean property(ConceptBuilder builder, ConceptPropertyComponent property) {
        if (!property.hasValue()) {
            return false;
        }
        ConceptProperty named =
                new ConceptProperty(property.getCode(), uris.get(property.getCode()), property.getValue());
        if (named.means("parent") || named.means("subsumedBy")) {
            builder.parent(named.value() instanceof Coding coding ? coding.getCode() : named.text());
            return false;
        }
        boolean isTrue = property.getValue() instanceof BooleanType b && b.booleanValue();
        if (named.means("notSelectable") || named.means("abstract")) {
            builder.grouping(isTrue);
            return false;
        }
        builder.property(property.getCode(), property.getValue());
        return named.means("inactive") && isTrue || named.means("status") && INACTIVE.contains(named.text());
    }
}
