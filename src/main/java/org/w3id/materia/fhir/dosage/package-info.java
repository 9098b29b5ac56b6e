/** Doses and the patients that they are for as FHIR's Dosage, Timing, Quantity and patient characteristics. */
package org.w3id.materia.fhir.dosage;
