/** Converted resources as files: NDJSON, JSON, or an NPM-style FHIR package. A target appears whole or not at all. */
package org.w3id.materia.fhir.export;
