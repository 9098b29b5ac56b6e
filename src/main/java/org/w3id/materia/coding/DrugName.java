package org.w3id.materia.coding;

/**
 * A name of the drug that a phrase names.
 *
 * @param reason the rule by which it is one: {@code exact}, {@code synonym} or {@code salt} ({@code CodeSystem/coding-reason})
 */
public record DrugName(String name, String reason) {}
