package org.w3id.materia.server.rest;

import java.util.List;
import java.util.Set;

/**
 * An operation (FHIR R4, 3.2) as it can be called here: the one description that requests are checked by and the
 * capability statement is written from.
 *
 * @param name without the dollar sign
 * @param definition canonical URL of its OperationDefinition
 * @param documentation for people
 * @param onSystem whether it can be called on the base
 * @param onTypes resource types that it can be called on
 * @param onInstances resource types whose instances it can be called on
 */
public record ServedOperation(
        String name,
        String definition,
        String documentation,
        boolean onSystem,
        Set<String> onTypes,
        Set<String> onInstances) {
    public ServedOperation {
        onTypes = Set.copyOf(onTypes);
        onInstances = Set.copyOf(onInstances);
    }

    /** Those of every server of drug knowledge; {@code types} are the resource types that are served. */
    public static List<ServedOperation> of(Set<String> types) {
        return List.of(
                new ServedOperation(
                        "export",
                        "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export",
                        "Everything, or some types, as NDJSON files: GET or POST [base]/$export with"
                                + " 'Prefer: respond-async'; _outputFormat, _since and _type are supported.",
                        true,
                        Set.of(),
                        Set.of()),
                new ServedOperation(
                        "document",
                        "http://hl7.org/fhir/OperationDefinition/Composition-document",
                        "The monograph as a document: the Composition and what it refers to. By GET or POST"
                                + " to Composition/[id]/$document.",
                        false,
                        Set.of(),
                        Set.of("Composition")),
                new ServedOperation(
                        "everything",
                        "https://w3id.org/materia/fhir/OperationDefinition/everything",
                        "A medicine and all that was read from its monograph, in one Bundle. By GET or POST"
                                + " to MedicationKnowledge/[id]/$everything, with _type, _since and _count.",
                        false,
                        Set.of(),
                        Set.of("MedicationKnowledge")),
                new ServedOperation(
                        "diff",
                        "https://w3id.org/materia/fhir/OperationDefinition/diff",
                        "What of a medicine's facts came, went and changed between two times. By GET or POST"
                                + " to MedicationKnowledge/[id]/$diff, with from and to.",
                        false,
                        Set.of(),
                        Set.of("MedicationKnowledge")),
                new ServedOperation(
                        "check",
                        "https://w3id.org/materia/fhir/OperationDefinition/check",
                        "Several medicines against each other and a patient, by what the monographs state. By GET or"
                                + " POST to MedicationKnowledge/$check.",
                        false,
                        Set.of("MedicationKnowledge"),
                        Set.of()),
                new ServedOperation(
                        "meta",
                        "http://hl7.org/fhir/OperationDefinition/Resource-meta",
                        "Profiles and tags of a resource, or of all resources of a type or of the server.",
                        true,
                        types,
                        types),
                new ServedOperation(
                        "versions",
                        "http://hl7.org/fhir/OperationDefinition/CapabilityStatement-versions",
                        "The versions of FHIR that this server speaks.",
                        true,
                        Set.of("CapabilityStatement"),
                        Set.of()));
    }

    /** Whether it can be called on the base ({@code type} null), on the type, or on an instance of it. */
    public boolean isCallable(String type, boolean instance) {
        return type == null ? onSystem : instance ? onInstances.contains(type) : onTypes.contains(type);
    }
}
