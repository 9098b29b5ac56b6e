package org.w3id.materia.terminology.release;

import java.util.List;
import java.util.Set;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Designation;

/**
 * A concept as a release has it (FHIR R4, CodeSystem.concept).
 *
 * @param code unique in its code system
 * @param display the preferred name
 * @param definition null where it has none
 * @param designations other names, the display not among them
 * @param properties in the order of the release; parents, status, notSelectable are not repeated here
 * @param parents codes of the same code system, which may come later in the release
 * @param isInactive whether it should no longer be used
 * @param isAbstract whether it is there for grouping, and not for use in data
 * @param kinds the phrases of monographs that it may code; empty for none
 * @param references what the release says of it in other code systems
 */
public record ReleasedConcept(
        String code,
        String display,
        String definition,
        List<Designation> designations,
        List<ConceptProperty> properties,
        List<String> parents,
        boolean isInactive,
        boolean isAbstract,
        Set<PhraseKind> kinds,
        List<CrossReference> references) {
    public ReleasedConcept {
        designations = List.copyOf(designations);
        properties = List.copyOf(properties);
        parents = List.copyOf(parents);
        kinds = Set.copyOf(kinds);
        references = List.copyOf(references);
    }

    /** The concepts of other code systems that its publisher holds to be the same, at most one for each system. */
    public List<ConceptKey> crossReferences() {
        return references.stream()
                .filter(CrossReference::codesPhrases)
                .map(CrossReference::concept)
                .toList();
    }
}
