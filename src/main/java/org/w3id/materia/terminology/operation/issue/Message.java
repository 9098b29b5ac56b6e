package org.w3id.materia.terminology.operation.issue;

/**
 * A text for a person.
 *
 * @param id by which HL7's terminology tools know the message; null where they have none
 * @param text English
 */
public record Message(String id, String text) {}
