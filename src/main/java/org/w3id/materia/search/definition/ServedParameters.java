package org.w3id.materia.search.definition;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The resource types that are served, in the order in which they are declared to clients. Each has every search parameter that HL7's
 * SearchParameter resources for R4 give it, but for {@link #LEFT_OUT}, and those of our own.
 */
public final class ServedParameters {
    public static final List<String> TYPES = List.of(
            "MedicationKnowledge",
            "Medication",
            "MedicinalProductIndication",
            "MedicinalProductContraindication",
            "MedicinalProductInteraction",
            "MedicinalProductUndesirableEffect",
            "DetectedIssue",
            "Substance",
            "Composition",
            "DocumentReference",
            "Binary",
            "Provenance",
            "StructureDefinition",
            "CodeSystem",
            "ValueSet",
            "ConceptMap",
            "SearchParameter",
            "OperationDefinition");

    /** Types that refer to others by canonical URL, and not by type and id. */
    public static final Set<String> REFERRING_BY_CANONICAL = Set.of(
            "StructureDefinition", "CodeSystem", "ValueSet", "ConceptMap", "SearchParameter", "OperationDefinition");

    /** Parameters that the store answers from what it knows of each resource: nothing is indexed for them. */
    public static final List<String> OF_THE_STORE = List.of("_id", "_lastUpdated");

    /** The names of a medicine, with tolerance: answered from what is indexed for {@link #NAME}. */
    public static final String SIMILAR_NAME = "similar-name";

    public static final String NAME = "name";

    /** Parameters for which nothing is indexed. */
    public static final Set<String> NOT_INDEXED = Set.of("_id", "_lastUpdated", SIMILAR_NAME);

    /** Codes of the parameters that Materia defines, each in {@code SearchParameter-CODE.json}. */
    static final List<String> OWN = List.of(
            "name",
            SIMILAR_NAME,
            "indication",
            "contraindicated-for",
            "caution-for",
            "interacts-with",
            "effect",
            "route",
            "population",
            "disease",
            "condition",
            "agent",
            "interactant",
            "strength",
            "frequency",
            "serious",
            "intent",
            "approval-status");

    /** HL7's parameters for the codes of ingredients, which the Substances of the same monograph have. */
    static final Set<String> OF_SUBSTANCES = Set.of(
            "http://hl7.org/fhir/SearchParameter/MedicationKnowledge-ingredient-code",
            "http://hl7.org/fhir/SearchParameter/Medication-ingredient-code");

    /** HL7's parameters that are not served on any type, by code, and why. */
    static final Map<String, String> LEFT_OUT =
            Map.of("_query", "It names a query that a server defines, and none is.");

    /** What FHIR gives a meaning for every type, and is not done: to be refused by name rather than as unknown. */
    public static final Set<String> REFUSED =
            Set.of("_query", "_list", "_filter", "_contained", "_containedType", "_score");

    private ServedParameters() {}
}
