package org.w3id.materia.search;

import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.store.IndexValue;
import org.w3id.materia.store.ResourceKey;

/**
 * Adds what one parameter takes from an element, by the parameter's type (FHIR R4, 3.1.1.4.7 to 3.1.1.4.13). An element
 * of a type that the parameter is not defined for is a fault in the parameter's expression and refused.
 *
 * @param parameter code of the search parameter
 * @param into where the values go
 */
record ElementValues(String parameter, List<IndexValue> into) {
    void addToken(Base element) {
        if (element instanceof CodeableConcept concept) {
            concept.getCoding().forEach(this::addToken);
            addText(concept.getText());
        } else if (element instanceof Coding coding) {
            if (coding.hasCode()) {
                addToken(coding.getSystem(), coding.getCode());
            }
            addText(coding.getDisplay());
        } else if (element instanceof Enumeration<?> code) {
            // A code has no system of its own, and the value set that it is bound to gives it one: both forms find it.
            addToken("", code.getValueAsString());
            addToken(code.getSystem(), code.getValueAsString());
        } else if (element instanceof PrimitiveType<?> primitive) {
            addToken("", primitive.getValueAsString());
        } else {
            throw unexpected(element);
        }
    }

    void addText(Base element) {
        if (element instanceof PrimitiveType<?> primitive) {
            addText(primitive.getValueAsString());
        } else {
            throw unexpected(element);
        }
    }

    void addReference(Base element) {
        if (!(element instanceof Reference reference)) {
            throw unexpected(element);
        }
        if (!reference.hasReference() || reference.getReference().startsWith("#")) {
            return; // A logical reference, or one to a contained resource, names no resource that could be asked for.
        }
        IdType target = new IdType(reference.getReference());
        if (target.hasBaseUrl() || !target.hasResourceType()) {
            into.add(new IndexValue.Uri(parameter, reference.getReference()));
        } else {
            into.add(
                    new IndexValue.Reference(parameter, new ResourceKey(target.getResourceType(), target.getIdPart())));
        }
    }

    void addUri(Base element) {
        if (element instanceof PrimitiveType<?> primitive && primitive.hasValue()) {
            into.add(new IndexValue.Uri(parameter, primitive.getValueAsString()));
        }
    }

    void addPeriod(Base element) {
        if (!(element instanceof BaseDateTimeType date)) {
            throw unexpected(element);
        }
        if (date.hasValue()) {
            TimeSpan span = TimeSpan.parse(date.getValueAsString());
            into.add(new IndexValue.Period(parameter, span.start(), span.end()));
        }
    }

    private void addToken(String system, String code) {
        if (code != null) {
            IndexValue token = new IndexValue.Token(parameter, system == null ? "" : system, code);
            into.add(token);
        }
    }

    private void addText(String value) {
        if (value != null) {
            into.add(new IndexValue.Text(parameter, value));
        }
    }

    private IllegalStateException unexpected(Base element) {
        return new IllegalStateException(
                "the parameter " + parameter + " cannot be taken from a " + element.fhirType());
    }
}
