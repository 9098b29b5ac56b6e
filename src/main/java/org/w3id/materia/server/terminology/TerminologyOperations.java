package org.w3id.materia.server.terminology;

import java.util.List;
import org.w3id.materia.server.rest.ServedOperation;
import org.w3id.materia.server.rest.ServedOperation.Places;

/** The terminology operations, as requests are checked by and as the capability statement lists them. */
public final class TerminologyOperations {
    private static final String DEFINITION = "http://hl7.org/fhir/OperationDefinition/";
    private static final String CODE_SYSTEM = "CodeSystem";
    private static final String VALUE_SET = "ValueSet";
    private static final String CONCEPT_MAP = "ConceptMap";

    private TerminologyOperations() {}

    /** Those of HL7's definitions that are served, each with where it may be called. */
    public static List<ServedOperation> served() {
        return List.of(
                onInstances("expand", VALUE_SET, "The codes of a value set."),
                onInstances("validate-code", VALUE_SET, "Whether a code is in a value set."),
                onInstances("validate-code", CODE_SYSTEM, "Whether a code is in a code system."),
                onTypes("batch-validate-code", VALUE_SET, "Many codes against value sets, in one request."),
                onTypes("batch-validate-code", CODE_SYSTEM, "Many codes against code systems, in one request."),
                onTypes("lookup", CODE_SYSTEM, "All that is known of a code."),
                onInstances("subsumes", CODE_SYSTEM, "Whether one code is a kind of the other."),
                onInstances("find-matches", CODE_SYSTEM, "The codes that have certain properties."),
                onInstances("translate", CONCEPT_MAP, "What a code is in another code system."),
                new ServedOperation(
                        "closure",
                        DEFINITION + "ConceptMap-closure",
                        "A table of which codes are kinds of which, that the client adds to. Tables are kept in memory:"
                                + " one that is not asked for in a day has to be begun again.",
                        Places.SYSTEM));
    }

    private static ServedOperation onTypes(String name, String type, String documentation) {
        return new ServedOperation(name, DEFINITION + type + "-" + name, documentation, Places.types(type));
    }

    private static ServedOperation onInstances(String name, String type, String documentation) {
        return new ServedOperation(name, DEFINITION + type + "-" + name, documentation, Places.typesAndInstances(type));
    }
}
