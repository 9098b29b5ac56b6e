package org.w3id.materia.terminology.release;

import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.FilterOperator;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** Puts together what is said of a released code system as a whole (FHIR R4, CodeSystem). */
public final class SystemHeader {
    private final CodeSystem header = new CodeSystem();

    /** A complete, active code system. */
    public SystemHeader(String url, String name, String title) {
        header.setUrl(url).setName(name).setTitle(title);
        header.setStatus(PublicationStatus.ACTIVE).setContent(CodeSystemContentMode.COMPLETE);
        header.setExperimental(false).setVersionNeeded(false).setCompositional(false);
    }

    /** Null or empty where the release does not say. */
    public SystemHeader version(String version) {
        header.setVersion(version == null || version.isEmpty() ? null : version);
        return this;
    }

    /** @param publisher name of the organisation */
    public SystemHeader publisher(String publisher) {
        header.setPublisher(publisher);
        return this;
    }

    /** @param caseSensitive whether codes that differ in case alone are different codes */
    public SystemHeader caseSensitive(boolean caseSensitive) {
        header.setCaseSensitive(caseSensitive);
        return this;
    }

    /** @param meaning what it says that a concept is below another */
    public SystemHeader hierarchy(CodeSystemHierarchyMeaning meaning) {
        header.setHierarchyMeaning(meaning);
        return this;
    }

    /** The canonical of the value set of all codes. */
    public SystemHeader valueSet(String canonical) {
        header.setValueSet(canonical);
        return this;
    }

    /** A property of concepts, which is also a filter on its value. */
    public SystemHeader property(String code, PropertyType type, String description) {
        header.addProperty().setCode(code).setType(type).setDescription(description);
        header.addFilter()
                .setCode(code)
                .setDescription(description)
                .setValue("a value")
                .addOperator(FilterOperator.EQUAL)
                .addOperator(FilterOperator.IN)
                .addOperator(FilterOperator.NOTIN)
                .addOperator(FilterOperator.EXISTS)
                .addOperator(FilterOperator.REGEX);
        return this;
    }

    /** The header; one with a hierarchy also has the filters on it. */
    public CodeSystem build() {
        if (header.hasHierarchyMeaning()) {
            header.addFilter()
                    .setCode("concept")
                    .setDescription("by place in the hierarchy")
                    .setValue("a code")
                    .addOperator(FilterOperator.ISA)
                    .addOperator(FilterOperator.DESCENDENTOF)
                    .addOperator(FilterOperator.ISNOTA)
                    .addOperator(FilterOperator.GENERALIZES);
        }
        return header;
    }
}
