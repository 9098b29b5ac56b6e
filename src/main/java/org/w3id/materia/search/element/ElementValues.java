package org.w3id.materia.search.element;

import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.w3id.materia.store.IndexValue;

/**
 * Adds what one parameter takes from an element, by the parameter's type (FHIR R4, 3.1.1.4.7 to 3.1.1.4.14). An element of a data
 * type that the parameter is not defined for is a fault in the parameter's expression and refused.
 *
 * @param parameter code of the search parameter
 * @param into where the values go
 */
record ElementValues(String parameter, List<IndexValue> into) {
    /** Adds the element; where nothing in it can be compared, that it is there. */
    void add(SearchParamType type, Base element) {
        int before = into.size();
        switch (type) {
            case TOKEN -> new TokenElement(parameter, into).add(element);
            case STRING -> addString(element);
            case REFERENCE -> new ReferenceElement(parameter, into).add(element);
            case URI -> addUri(element);
            case DATE -> new DateElement(parameter, into).add(element);
            case NUMBER, QUANTITY -> new QuantityElement(parameter, into).add(element);
            default -> throw new IllegalStateException(parameter + " is of a type without elements: " + type);
        }
        if (into.size() == before && !element.isEmpty()) {
            into.add(new IndexValue.Present(parameter));
        }
    }

    private void addString(Base element) {
        String value = primitive(element);
        if (value != null) {
            into.add(new IndexValue.Text(parameter, value));
            into.add(new IndexValue.Words(parameter, List.of(value)));
        }
    }

    private void addUri(Base element) {
        String value = primitive(element);
        if (value != null) {
            CanonicalForms.forms(value).forEach(form -> into.add(new IndexValue.Uri(parameter, form)));
        }
    }

    private String primitive(Base element) {
        if (element instanceof PrimitiveType<?> primitive) {
            return primitive.getValueAsString();
        }
        throw unexpected(parameter, element);
    }

    static IllegalStateException unexpected(String parameter, Base element) {
        return new IllegalStateException(
                "the parameter " + parameter + " cannot be taken from a " + element.fhirType());
    }
}
