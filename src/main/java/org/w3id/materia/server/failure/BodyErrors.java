package org.w3id.materia.server.failure;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;

/**
 * What is refused of a body that is not quite a resource of R4: what would be lost, and the answer be one to another question. Elements
 * that R4 does not know are passed over, because clients of later versions send them; and a client's mistakes are no lines of the log.
 */
public final class BodyErrors extends ErrorHandlerAdapter {
    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String element,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        if (expected != found && found != ValueType.NULL) {
            throw new DataFormatException(
                    "'" + element + "' is " + name(found) + " where " + name(expected) + " belongs");
        }
    }

    private static String name(ValueType type) {
        return switch (type) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case SCALAR -> "a simple value";
            case NULL -> "null";
        };
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        if (value != null && !value.isBlank()) { // Forms send empty fields along.
            throw new DataFormatException("'" + value + "' is not a value of its element: " + error);
        }
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String element) {
        throw new DataFormatException("'" + element + "' is there more than once");
    }

    @Override
    public void containedResourceWithNoId(IParseLocation location) {
        throw new DataFormatException("A contained resource has no id");
    }
}
