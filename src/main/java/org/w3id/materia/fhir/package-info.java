/**
 * Coded facts → FHIR R4 resources: {@link org.w3id.materia.fhir.MonographMapper} makes them, {@link
 * org.w3id.materia.fhir.encoding.ResourceEncoder} writes them with version and time. Touches no Lucene, HTTP or Markdown.
 *
 * <h2>Where things live that FHIR has no place for</h2>
 *
 * <ul>
 *   <li>Evidence: the extension {@code evidence} on each resource of a fact and on each Dosage; also on ingredients, routes, dose forms, classes
 *       and mechanisms of MedicationKnowledge, and on each question in the Composition.
 *   <li>Mechanism: the extension {@code mechanism} on MedicationKnowledge, one for each sentence.
 *   <li>Questions and answers: sections in the Composition's section of questions, the title being the question. Where they are all that
 *       the section says, its own text is left out, so that a rendered document does not say it twice.
 *   <li>Several dose forms: named in the text of {@code doseForm}, and one by one, with codes, in the extension {@code dose-form}.
 *   <li>Ages, weights and renal function of patients: the extensions {@code patient-age}, {@code patient-weight} and {@code
 *       patient-clearance} beside the text's own words.
 *   <li>What governs a dose: the extension {@code context} on the Dosage, and in its text.
 *   <li>A total over a day or a week: a rate, {@code rateRatio} or {@code rateRange}, and never a dose. Where the text says in how many
 *       doses it is divided, that stands in {@code timing}; the single dose is not computed, because it is not stated.
 *   <li>Days of a treatment cycle: the extension {@code timing-daysOfCycle} of our own, built like the core extension of that name, which
 *       may not stand on a Timing; the cycle's length: {@code cycle-length}.
 *   <li>"At least 60 minutes" is a {@code duration} of 60; "up to 60 minutes" has no element (invariant tim-7) and stays text, as does a
 *       ceiling that is a range.
 * </ul>
 *
 * <h2>What is no product</h2>
 *
 * A text that describes ingredients apart, because it knows no such combination, is served with status {@code inactive}, the product type {@code
 * component} and a narrative that says so. A text that refuses to describe a product is served as its Binary and a DocumentReference with
 * status {@code entered-in-error}, and never as a medicine.
 *
 * <h2>Ids, versions and times</h2>
 *
 * A fact's id is a hash of its content without offsets, so it stays when text around it changes; its version is a hash of all that the resource
 * says, so it changes when the offsets do. No clock is read: the time of last update comes from the caller, is outside the version, and is also
 * {@code Provenance.recorded} and {@code Composition.date}, since the text does not say when it was written.
 */
package org.w3id.materia.fhir;
