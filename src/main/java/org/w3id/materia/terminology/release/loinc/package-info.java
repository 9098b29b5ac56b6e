/** LOINC as CSV (LOINC Users' Guide, Appendix A; FHIR, "Using LOINC with FHIR"). */
package org.w3id.materia.terminology.release.loinc;
