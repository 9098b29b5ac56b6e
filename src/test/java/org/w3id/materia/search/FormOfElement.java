package org.w3id.materia.search;

import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** What makes an element worth trying beside others: its data type, which parts it has, and a little of their content. */
final class FormOfElement {
    private FormOfElement() {}

    static String of(SearchParamType type, Base element) {
        String parts = "";
        if (element instanceof CodeableConcept concept) {
            parts = concept.hasText() + " " + concept.getCoding().size()
                    + concept.getCodingFirstRep().hasSystem();
        } else if (element instanceof Identifier identifier) {
            parts = identifier.hasType() + " " + identifier.hasSystem();
        } else if (element instanceof Reference reference) {
            String stated = String.valueOf(reference.getReference());
            parts = reference.hasIdentifier() + " " + stated.split("[/:]")[0];
        } else if (element instanceof Quantity quantity) {
            parts = quantity.getSystem() + quantity.getCode();
        } else if (element.isPrimitive()) {
            parts = element.primitiveValue();
        } else if (type == SearchParamType.COMPOSITE) {
            parts = String.valueOf(System.identityHashCode(element));
        }
        return element.fhirType() + " " + parts;
    }
}
