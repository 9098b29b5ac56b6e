package org.w3id.materia.search.element;

import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.store.IndexValue;

/** What a token parameter takes from an element: system and code, and the texts that {@code :text} searches (FHIR R4, 3.1.1.4.10). */
record TokenElement(String parameter, List<IndexValue> into) {
    private static final String BOOLEANS = "http://terminology.hl7.org/CodeSystem/special-values";

    void add(Base element) {
        if (element instanceof CodeableConcept concept) {
            concept.getCoding().forEach(this::add);
            addText(concept.getText());
        } else if (element instanceof Coding coding) {
            addToken(coding.getSystem(), coding.getCode());
            addText(coding.getDisplay());
        } else if (element instanceof Identifier identifier) {
            addIdentifier(identifier);
        } else if (element instanceof Enumeration<?> code) {
            // A code has no system of its own, and the value set that it is bound to gives it one: both forms find it.
            addToken("", code.getValueAsString());
            addToken(code.getSystem(), code.getValueAsString());
        } else if (element instanceof BooleanType truth) {
            addToken("", truth.getValueAsString());
            addToken(BOOLEANS, truth.getValueAsString());
        } else if (element instanceof PrimitiveType<?> primitive) {
            addToken("", primitive.getValueAsString());
        } else {
            throw ElementValues.unexpected(parameter, element);
        }
    }

    /** With each of the type's codings, {@code :of-type} finds it too; its type's text is what {@code :text} searches. */
    private void addIdentifier(Identifier identifier) {
        addToken(identifier.getSystem(), identifier.getValue());
        if (!identifier.hasType()) {
            return;
        }
        addText(identifier.getType().getText());
        if (identifier.hasValue()) {
            TokenElement ofType = new TokenElement(Modifiers.asParameter(parameter, Modifiers.OF_TYPE), into);
            for (Coding type : identifier.getType().getCoding()) {
                ofType.addToken(type.getSystem(), type.getCode() + "|" + identifier.getValue());
            }
        }
    }

    private void addToken(String system, String code) {
        if (code != null) {
            into.add(new IndexValue.Token(parameter, system == null ? "" : system, code));
        }
    }

    private void addText(String value) {
        if (value != null) {
            into.add(new IndexValue.Text(parameter, value));
        }
    }
}
