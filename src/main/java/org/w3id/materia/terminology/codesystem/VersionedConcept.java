package org.w3id.materia.terminology.codesystem;

/**
 * Which concept of which version of a code system.
 *
 * @param version null where it does not matter
 */
public record VersionedConcept(String system, String version, String code) {}
