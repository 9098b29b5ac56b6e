/**
 * A monograph as a list of statements, each with the headings, labels and lead-ins that govern it and what it is about: what every
 * reader of facts reads. Knows no facts.
 */
package org.w3id.materia.extract.outline;
