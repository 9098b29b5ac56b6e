/**
 * The noun phrases that a run of words lists: coordinations split with shared words restored, brackets read or left out, each member
 * trimmed to the name. {@code NounPhrases} is the door.
 */
package org.w3id.materia.language.phrase;
