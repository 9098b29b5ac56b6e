/**
 * What the served facts say of several medicines and a patient together: who is asked about, what was matched and how, and what could not
 * be evaluated. {@link org.w3id.materia.safety.SafetyCheck} is the one engine, used by the operation {@code $check} and by CDS Hooks.
 * Touches no HTTP, Lucene or Markdown.
 *
 * <ul>
 *   <li>Every alert that rests on a fact carries its reference and its sentence. Two need no monograph, because the request alone says
 *       it: an allergy to the very medicine, and the same medicine twice.
 *   <li>A fact that says more than what is known of the patient (severe renal impairment, and the record says renal impairment) is told as
 *       not certain, one step weaker.
 *   <li>Nothing stated is told as such; it is never taken for safety. Neither is a patient's datum that is missing.
 *   <li>Nothing of a request is kept beyond its answer: what is cached is read from monographs alone.
 * </ul>
 */
package org.w3id.materia.safety;
