package org.w3id.materia.terminology.release.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionDesignationComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseSink;

/**
 * A concept from its JSON (FHIR R4, CodeSystem.concept), without HAPI's parser, which would need the whole resource. Of
 * extensions only those with a plain code are taken.
 */
final class ConceptJson {
    private static final Set<String> KNOWN =
            Set.of("id", "code", "display", "definition", "designation", "property", "extension");

    private final ReleaseFile file;
    private final ReleaseSink sink;

    ConceptJson(ReleaseFile file, ReleaseSink sink) {
        this.file = file;
        this.sink = sink;
    }

    ConceptDefinitionComponent concept(ObjectNode json, int line) {
        ConceptDefinitionComponent concept = new ConceptDefinitionComponent();
        concept.setCode(text(json, "code", line));
        concept.setDisplay(text(json, "display", line));
        concept.setDefinition(text(json, "definition", line));
        json.path("designation").forEach(d -> concept.addDesignation(designation(d, line)));
        for (JsonNode property : json.path("property")) {
            Type value = value(property, line);
            if (value != null) {
                concept.addProperty().setCode(text(property, "code", line)).setValue(value);
            }
        }
        for (JsonNode extension : json.path("extension")) {
            if (extension.has("valueCode")) {
                concept.addExtension(
                        new Extension(text(extension, "url", line), new CodeType(text(extension, "valueCode", line))));
            } else {
                warn(line, "an extension");
            }
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                warn(line, "'" + name + "'");
            }
        });
        return concept;
    }

    private ConceptDefinitionDesignationComponent designation(JsonNode json, int line) {
        ConceptDefinitionDesignationComponent designation = new ConceptDefinitionDesignationComponent();
        designation.setLanguage(text(json, "language", line));
        designation.setValue(text(json, "value", line));
        if (json.has("use")) {
            designation.setUse(coding(json.get("use"), line));
        }
        return designation;
    }

    private Type value(JsonNode property, int line) {
        Type value = null;
        try {
            if (property.has("valueCode")) {
                value = new CodeType(text(property, "valueCode", line));
            } else if (property.has("valueString")) {
                value = new StringType(text(property, "valueString", line));
            } else if (property.has("valueCoding")) {
                value = coding(property.get("valueCoding"), line);
            } else if (property.path("valueBoolean").isBoolean()) {
                value = new BooleanType(property.get("valueBoolean").asBoolean());
            } else if (property.path("valueInteger").isInt()) {
                value = new IntegerType(property.get("valueInteger").intValue());
            } else if (property.path("valueDecimal").isNumber()) {
                value = new DecimalType(property.get("valueDecimal").decimalValue());
            } else if (property.has("valueDateTime")) {
                value = new DateTimeType(text(property, "valueDateTime", line));
            }
        } catch (IllegalArgumentException | ca.uhn.fhir.parser.DataFormatException e) {
            sink.finding(FhirResources.broken(file, line, "A property has no value of its type: " + e.getMessage()));
            return null;
        }
        if (value == null || !property.hasNonNull("code")) {
            warn(line, "a property without code or value");
            return null;
        }
        return value;
    }

    private Coding coding(JsonNode json, int line) {
        Coding coding = new Coding(text(json, "system", line), text(json, "code", line), text(json, "display", line));
        coding.setVersion(text(json, "version", line));
        return coding;
    }

    /** A field's text; null where it has none. */
    private String text(JsonNode json, String name, int line) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            sink.finding(FhirResources.broken(file, line, "'" + name + "' of a concept is no string."));
            return null;
        }
        return value.textValue();
    }

    private void warn(int line, String what) {
        sink.finding(new Finding(
                Severity.WARNING,
                file.path(),
                line,
                "element-not-understood",
                "A concept has " + what + ", left out."));
    }
}
