package org.w3id.materia.extract.risk.clause;

/** A half-open range of a text. */
public record Range(int start, int end) {}
