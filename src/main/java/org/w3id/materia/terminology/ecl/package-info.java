/**
 * SNOMED CT's Expression Constraint Language (ECL 2.2, brief syntax): the concepts that an expression stands for, as in the implicit value sets
 * {@code http://snomed.info/sct?fhir_vs=ecl/…}. Touches no HTTP, Lucene or monographs.
 */
package org.w3id.materia.terminology.ecl;
