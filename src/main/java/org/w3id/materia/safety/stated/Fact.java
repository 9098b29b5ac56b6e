package org.w3id.materia.safety.stated;

/**
 * A served fact.
 *
 * @param reference of the resource that states it, such as {@code DetectedIssue/apixaban-9a88e524d63c}
 * @param medicine id of the MedicationKnowledge of its monograph
 * @param name of that medicine
 * @param anchor its id on the page of the medicine: that of the resource, or of the element that states it; empty where it has none
 * @param sentence that states it, verbatim
 */
public record Fact(String reference, String medicine, String name, String anchor, String sentence) {}
