package org.w3id.materia.fhir.conformance;

import java.util.Locale;

/** Canonical URLs of everything that Materia defines. */
public final class Canonical {
    public static final String BASE = "https://w3id.org/materia/fhir";

    private Canonical() {}

    /** @param id as in {@code fhir-resources}, such as {@code dosing-stage} */
    public static String codeSystem(String id) {
        return BASE + "/CodeSystem/" + id;
    }

    /** The URL of an extension. */
    public static String extension(String id) {
        return BASE + "/StructureDefinition/" + id;
    }

    /** The URL of the profile that every resource of a type conforms to. */
    public static String profile(String resourceType) {
        return BASE + "/StructureDefinition/materia-" + resourceType.toLowerCase(Locale.ROOT);
    }
}
