/** SNOMED CT in Release Format 2 (SNOMED CT Release File Specification). */
package org.w3id.materia.terminology.release.snomed;
