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
 * @param places where it can be called
 */
public record ServedOperation(String name, String definition, String documentation, Places places) {
    /**
     * Where an operation can be called.
     *
     * @param system whether on the base
     * @param types resource types that it can be called on
     * @param instances resource types whose instances it can be called on
     */
    public record Places(boolean system, Set<String> types, Set<String> instances) {
        /** On the base alone. */
        public static final Places SYSTEM = new Places(true, Set.of(), Set.of());

        public Places {
            types = Set.copyOf(types);
            instances = Set.copyOf(instances);
        }

        /** On the types alone. */
        public static Places types(String... types) {
            return new Places(false, Set.of(types), Set.of());
        }

        /** On instances of the types alone. */
        public static Places instances(String... types) {
            return new Places(false, Set.of(), Set.of(types));
        }

        /** On the types, and on their instances. */
        public static Places typesAndInstances(String... types) {
            return new Places(false, Set.of(types), Set.of(types));
        }

        private boolean has(String type, boolean instance) {
            return type == null ? system : instance ? instances.contains(type) : types.contains(type);
        }
    }

    /** Those of every server of drug knowledge; {@code types} are the resource types that are served. */
    public static List<ServedOperation> of(Set<String> types) {
        return List.of(
                new ServedOperation(
                        "export",
                        "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export",
                        "Everything, or some types, as NDJSON files: GET or POST [base]/$export with"
                                + " 'Prefer: respond-async'; _outputFormat, _since and _type are supported.",
                        Places.SYSTEM),
                new ServedOperation(
                        "document",
                        "http://hl7.org/fhir/OperationDefinition/Composition-document",
                        "The monograph as a document: the Composition and what it refers to. By GET or POST"
                                + " to Composition/[id]/$document.",
                        Places.instances("Composition")),
                new ServedOperation(
                        "everything",
                        "https://w3id.org/materia/fhir/OperationDefinition/everything",
                        "A medicine and all that was read from its monograph, in one Bundle. By GET or POST"
                                + " to MedicationKnowledge/[id]/$everything, with _type, _since and _count.",
                        Places.instances("MedicationKnowledge")),
                new ServedOperation(
                        "diff",
                        "https://w3id.org/materia/fhir/OperationDefinition/diff",
                        "What of a medicine's facts came, went and changed between two times. By GET or POST"
                                + " to MedicationKnowledge/[id]/$diff, with from and to.",
                        Places.instances("MedicationKnowledge")),
                new ServedOperation(
                        "check",
                        "https://w3id.org/materia/fhir/OperationDefinition/check",
                        "Several medicines against each other and a patient, by what the monographs state. By GET or"
                                + " POST to MedicationKnowledge/$check.",
                        Places.types("MedicationKnowledge")),
                new ServedOperation(
                        "meta",
                        "http://hl7.org/fhir/OperationDefinition/Resource-meta",
                        "Profiles and tags of a resource, or of all resources of a type or of the server.",
                        new Places(true, types, types)),
                new ServedOperation(
                        "versions",
                        "http://hl7.org/fhir/OperationDefinition/CapabilityStatement-versions",
                        "The versions of FHIR that this server speaks.",
                        new Places(true, Set.of("CapabilityStatement"), Set.of())));
    }

    /** Whether it can be called on the base ({@code type} null), on the type, or on an instance of it. */
    public boolean isCallable(String type, boolean instance) {
        return places.has(type, instance);
    }
}
