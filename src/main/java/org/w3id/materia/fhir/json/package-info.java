/** FHIR JSON of resources, written faster than by HAPI's encoder (FHIR R4, 2.6.2 JSON Representation of Resources). */
package org.w3id.materia.fhir.json;
