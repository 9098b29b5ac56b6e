package org.w3id.materia.extract.interaction;

/**
 * A half-open range of a statement that names agents.
 *
 * @param strict whether only recognised agents count, because the words around say too little
 */
record Range(int start, int end, boolean strict) {}
