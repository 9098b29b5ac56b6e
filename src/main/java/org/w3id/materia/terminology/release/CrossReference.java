package org.w3id.materia.terminology.release;

import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.w3id.materia.model.ConceptKey;

/**
 * What a release says of one of its concepts in another code system.
 *
 * @param concept of the other code system
 * @param equivalence how the meaning of {@code concept} compares with that of the release's own (FHIR R4, ConceptMapEquivalence)
 * @param codesPhrases whether a phrase that names the release's concept may be coded with the other one as well
 */
public record CrossReference(ConceptKey concept, ConceptMapEquivalence equivalence, boolean codesPhrases) {}
