/** The Human Disease Ontology: its table of cross references and its OBO file. */
package org.w3id.materia.terminology.release.disease;
