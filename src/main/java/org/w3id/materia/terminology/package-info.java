/**
 * Terminologies that a user loads: readers of their release formats ({@link
 * org.w3id.materia.terminology.release}), and the concepts kept in the data directory ({@link
 * org.w3id.materia.terminology.LoadedTerminologies}). Touches no HTTP, Lucene or monographs.
 */
package org.w3id.materia.terminology;
