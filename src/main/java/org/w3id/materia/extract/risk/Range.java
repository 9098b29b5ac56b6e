package org.w3id.materia.extract.risk;

/** A half-open range of a text. */
record Range(int start, int end) {}
