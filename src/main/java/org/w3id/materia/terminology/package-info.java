/**
 * The seam between terminologies and the store: concepts are written ({@link org.w3id.materia.terminology.ConceptWriter}) and
 * read ({@link org.w3id.materia.terminology.StoredConcepts}) through it, and files are shared between machines by a {@link org.w3id.materia.terminology.SharedFolder}. Reading releases is {@link
 * org.w3id.materia.terminology.release}, keeping them {@link org.w3id.materia.terminology.loaded}, answering {@link
 * org.w3id.materia.terminology.operation}. Touches no HTTP, Lucene or monographs.
 */
package org.w3id.materia.terminology;
