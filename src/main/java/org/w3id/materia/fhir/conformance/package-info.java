/**
 * The conformance resources in {@code fhir-resources/} (profiles, extensions, code systems, value sets, concept maps):
 * reading them from the class path, and looking up what they define, so that no display or mapping stands in code.
 */
package org.w3id.materia.fhir.conformance;
