/**
 * An ordered dose against what is stated of doses: above a ceiling, or outside all that is stated for this patient and route. Only doses
 * that were read whole are computed with, in UCUM, and only where every label that governs them is accounted for.
 */
package org.w3id.materia.safety.dose;
