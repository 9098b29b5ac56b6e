package org.w3id.materia.search;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The resource types that are served and, for each, the search parameters that are indexed: the one list that the index,
 * the parser of requests and the capability statement go by. {@code _id} and {@code _lastUpdated} belong to every type.
 */
final class ServedParameters {
    /** Of every type; the store answers them from what it knows of each resource. */
    static final List<String> OF_EVERY_TYPE = List.of("_id", "_lastUpdated");

    /** Codes of the parameters that Materia defines, each in {@code SearchParameter-CODE.json}. */
    static final List<String> OWN = List.of("name");

    private static final String[] CANONICAL = {"url", "name", "title", "status", "version", "description"};

    private static final Map<String, List<String>> BY_TYPE = new LinkedHashMap<>();

    static {
        serve(
                "MedicationKnowledge",
                "code",
                "name",
                "ingredient",
                "ingredient-code",
                "classification",
                "doseform",
                "monograph",
                "monograph-type",
                "status");
        serve("Medication", "code", "name", "ingredient", "ingredient-code", "form", "status");
        serve("MedicinalProductIndication", "subject");
        serve("MedicinalProductContraindication", "subject");
        serve("MedicinalProductInteraction", "subject");
        serve("MedicinalProductUndesirableEffect", "subject");
        serve("DetectedIssue", "implicated", "code");
        serve("Substance", "code", "name", "status");
        serve("Composition", "subject", "type", "title", "status", "section");
        serve("DocumentReference", "subject", "type", "status");
        serve("Binary");
        serve("Provenance", "target", "recorded");
        canonical("StructureDefinition", "type", "kind", "derivation");
        canonical("CodeSystem", "system", "content-mode");
        canonical("ValueSet", "reference");
        canonical("ConceptMap", "source-system", "target-system");
        serve("SearchParameter", "url", "name", "status", "version", "description", "base", "code", "type");
        canonical("OperationDefinition", "code", "kind");
    }

    private ServedParameters() {}

    /** Codes by type, in the order in which they are declared to clients. */
    static Map<String, List<String>> byType() {
        return BY_TYPE;
    }

    private static void canonical(String type, String... more) {
        String[] all = Arrays.copyOf(CANONICAL, CANONICAL.length + more.length);
        System.arraycopy(more, 0, all, CANONICAL.length, more.length);
        serve(type, all);
    }

    private static void serve(String type, String... codes) {
        BY_TYPE.put(type, List.of(codes));
    }
}
