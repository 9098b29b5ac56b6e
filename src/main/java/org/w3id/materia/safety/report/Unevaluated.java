package org.w3id.materia.safety.report;

/**
 * Something that the answer does not cover.
 *
 * @param subject the medicine, condition or datum
 * @param reason in a sentence for people
 */
public record Unevaluated(String subject, String reason) {}
