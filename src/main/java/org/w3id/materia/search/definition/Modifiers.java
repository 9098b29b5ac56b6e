package org.w3id.materia.search.definition;

import java.util.Set;
import org.w3id.materia.model.Failure;

/** The modifiers of FHIR R4, 3.1.1.4.4. */
public final class Modifiers {
    public static final String IDENTIFIER = "identifier";
    public static final String OF_TYPE = "of-type";

    private static final Set<String> OF_FHIR = Set.of(
            "missing",
            "exact",
            "contains",
            "not",
            "text",
            "in",
            "below",
            "above",
            "not-in",
            "of-type",
            "ofType",
            "identifier",
            "type");

    private Modifiers() {}

    /** The name under which the store keeps what only that modifier compares. */
    public static String asParameter(String parameter, String modifier) {
        return parameter + ":" + modifier;
    }

    /** The failure that says what is wrong with a modifier and which ones would be right. */
    public static Failure refused(String parameter, String modifier, String served) {
        if (OF_FHIR.contains(modifier)) {
            return Failure.notSupported("The modifier ':" + modifier + "' is not supported on '" + parameter
                    + "'. Supported are: " + served + ".");
        }
        return Failure.invalid(
                "FHIR has no modifier ':" + modifier + "' for '" + parameter + "'. Supported are: " + served + ".");
    }
}
