/** FHIR resources as they are released: JSON, XML, NDJSON, folders of them, and packages. */
package org.w3id.materia.terminology.release.fhir;
