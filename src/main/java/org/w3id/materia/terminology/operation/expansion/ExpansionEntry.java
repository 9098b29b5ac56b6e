package org.w3id.materia.terminology.operation.expansion;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader.PropertyDefinition;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.Displays;
import org.w3id.materia.terminology.codesystem.Extensions;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;

/** Makes the entries of an expansion: display, designations, extensions and properties, as the request wants them. */
public final class ExpansionEntry {
    static final String PROPERTY = "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.property";
    static final String CONTAINS_PROPERTY =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.contains.property";
    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String PROPERTIES = "http://hl7.org/fhir/concept-properties#";
    private static final Set<String> OF_CODE_SYSTEM =
            Set.of("coding-sctdescid", "rendering-style", "rendering-xhtml", "codesystem-alternate");
    private static final Set<String> OF_VALUE_SET = Set.of(
            "valueset-supplement",
            "valueset-deprecated",
            "structuredefinition-standards-status",
            "valueset-concept-definition",
            "coding-sctdescid",
            "rendering-style",
            "rendering-xhtml");
    private static final Set<String> OF_DESIGNATION = Set.of(
            "coding-sctdescid",
            "rendering-style",
            "rendering-xhtml",
            "structuredefinition-standards-status",
            "codesystem-alternate");

    private final TerminologyRequest request;
    private final boolean withVersion;
    private final Map<String, String> definedProperties = new LinkedHashMap<>();

    ExpansionEntry(TerminologyRequest request, boolean withVersion) {
        this.request = request;
        this.withVersion = withVersion;
    }

    /** @param inValueSet extensions that the value set gives the concept */
    ValueSetExpansionContainsComponent of(
            CodeSystemProvider system, Concept concept, Displays displays, List<Extension> inValueSet) {
        ValueSetExpansionContainsComponent entry = new ValueSetExpansionContainsComponent();
        entry.setSystem(system.header().url()).setCode(concept.code());
        if (withVersion) {
            entry.setVersion(system.header().version());
        }
        if (concept.isAbstract()) {
            entry.setAbstract(true);
        }
        if (concept.isInactive()) {
            entry.setInactive(true);
        }
        addStatus(entry, concept);
        addExtensions(entry, concept.extensions(), inValueSet);
        Optional<Designation> preferred = displays.preferred(request.languages());
        preferred.ifPresent(d -> entry.setDisplay(d.value()));
        if (request.is("includeDesignations", false)) {
            displays.designations().stream()
                    .filter(d ->
                            d.value() != null && !preferred.filter(d::equals).isPresent() && isWanted(d))
                    .forEach(d -> entry.addDesignation(designation(d)));
        }
        request.texts("property").forEach(p -> addProperty(entry, system, concept, p));
        return entry;
    }

    private void addStatus(ValueSetExpansionContainsComponent entry, Concept concept) {
        String status = concept.status();
        if (status != null && !status.equalsIgnoreCase("active")) {
            define(entry, PROPERTIES + "status", "status", new CodeType(status));
        }
    }

    /** What a value set says of a concept goes before what its code system says. */
    private void addExtensions(
            ValueSetExpansionContainsComponent entry, List<Extension> ofConcept, List<Extension> inValueSet) {
        find(inValueSet, "valueset-label")
                .or(() -> find(ofConcept, "codesystem-label"))
                .ifPresent(v -> define(entry, PROPERTIES + "label", "label", new StringType(v)));
        find(inValueSet, "valueset-conceptOrder")
                .or(() -> find(ofConcept, "codesystem-conceptOrder"))
                .ifPresent(v -> define(entry, PROPERTIES + "order", "order", new DecimalType(new BigDecimal(v))));
        find(inValueSet, "itemWeight")
                .or(() -> find(ofConcept, "itemWeight"))
                .ifPresent(v -> define(entry, PROPERTIES + "itemWeight", "weight", new DecimalType(new BigDecimal(v))));
        copy(ofConcept, OF_CODE_SYSTEM, entry);
        copy(inValueSet, OF_VALUE_SET, entry);
    }

    private static Optional<String> find(List<Extension> from, String name) {
        return from.stream()
                .filter(e -> e.getUrl().equals(BASE + name))
                .map(e -> e.getValue().primitiveValue())
                .findFirst();
    }

    private static void copy(List<Extension> from, Set<String> names, Element to) {
        from.stream()
                .filter(e ->
                        e.getUrl().startsWith(BASE) && names.contains(e.getUrl().substring(BASE.length())))
                .forEach(e -> to.addExtension(e.copy()));
    }

    private boolean isWanted(Designation designation) {
        List<String> wanted = request.texts("designation");
        return wanted.isEmpty()
                || wanted.stream().anyMatch(w -> {
                    int bar = w.indexOf('|');
                    String system = bar < 0 ? "" : w.substring(0, bar);
                    String code = w.substring(bar + 1);
                    return designation.use() != null
                                    && system.equals(designation.use().getSystem())
                                    && code.equals(designation.use().getCode())
                            || system.equals("urn:ietf:bcp:47") && code.equals(designation.language());
                });
    }

    private static ConceptReferenceDesignationComponent designation(Designation d) {
        ConceptReferenceDesignationComponent designation = new ConceptReferenceDesignationComponent();
        designation.setLanguage(d.language()).setValue(d.value());
        if (d.use() != null) {
            designation.setUse(d.use());
        }
        copy(d.extensions(), OF_DESIGNATION, designation);
        return designation;
    }

    private void addProperty(
            ValueSetExpansionContainsComponent entry, CodeSystemProvider system, Concept concept, String wanted) {
        if (wanted.equals("definition")) {
            if (concept.definition() != null) {
                define(entry, PROPERTIES + "definition", wanted, new StringType(concept.definition()));
            }
            return;
        }
        for (ConceptProperty property : concept.properties()) {
            if (wanted.equals("*") || wanted.equals(property.code())) {
                String uri = property.uri() != null ? property.uri() : uri(system, property.code());
                define(entry, uri, property.code(), property.value());
            }
        }
    }

    private static String uri(CodeSystemProvider system, String code) {
        return system.header().codes().properties().stream()
                .filter(p -> p.code().equals(code))
                .map(PropertyDefinition::uri)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void define(ValueSetExpansionContainsComponent entry, String uri, String code, Type value) {
        definedProperties.merge(code, uri == null ? "" : uri, (known, now) -> known.isEmpty() ? now : known);
        boolean there = entry.getExtensionsByUrl(CONTAINS_PROPERTY).stream()
                .anyMatch(e ->
                        Extensions.first(e, "code").getValue().primitiveValue().equals(code)
                                && Extensions.first(e, "value").getValue().equalsDeep(value));
        if (!there) {
            Extension property = new Extension(CONTAINS_PROPERTY);
            property.addExtension("code", new CodeType(code));
            property.addExtension("value", value);
            entry.addExtension(property);
        }
    }

    /** Lets the other know the properties of entries that it takes over. */
    void defineInto(ExpansionEntry other) {
        definedProperties.forEach(other.definedProperties::putIfAbsent);
    }

    /** Says in the expansion what its entries' properties are. */
    public void defineProperties(ValueSetExpansionComponent expansion) {
        definedProperties.forEach((code, uri) -> {
            Extension property = new Extension(PROPERTY);
            property.addExtension("code", new CodeType(code));
            if (!uri.isEmpty()) {
                property.addExtension("uri", new UriType(uri));
            }
            expansion.addExtension(property);
        });
    }
}
