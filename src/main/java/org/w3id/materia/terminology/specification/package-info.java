/**
 * What FHIR's own specification brings along: its code systems and value sets, and which elements it demands. Touches no release
 * format and nothing that was loaded.
 */
package org.w3id.materia.terminology.specification;
