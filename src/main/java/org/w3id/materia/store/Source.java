package org.w3id.materia.store;

/**
 * Where resources come from: a monograph, or a file of conformance resources.
 *
 * @param id unique name within the store
 * @param fingerprint changes whenever what would be put for the source might change
 */
public record Source(String id, String fingerprint) {}
