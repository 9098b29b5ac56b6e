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
 */
public record ReleasedConcept(String code, Description description, Standing standing, Uses uses) {
    /**
     * What is said of a concept.
     *
     * @param display the preferred name
     * @param definition null where it has none
     * @param designations other names, the display not among them
     * @param properties in the order of the release; parents, status, notSelectable are not repeated here
     */
    public record Description(
            String display, String definition, List<Designation> designations, List<ConceptProperty> properties) {
        public Description {
            designations = List.copyOf(designations);
            properties = List.copyOf(properties);
        }
    }

    /**
     * What a concept is among those of its code system.
     *
     * @param parents codes of the same code system, which may come later in the release
     * @param isInactive whether it should no longer be used
     * @param isAbstract whether it is there for grouping, and not for use in data
     */
    public record Standing(List<String> parents, boolean isInactive, boolean isAbstract) {
        /** In use, below nothing. */
        public static final Standing ROOT = new Standing(List.of(), false, false);

        public Standing {
            parents = List.copyOf(parents);
        }
    }

    /**
     * What a concept is to monographs and other code systems.
     *
     * @param kinds the phrases of monographs that it may code; empty for none
     * @param references what the release says of it in other code systems
     */
    public record Uses(Set<PhraseKind> kinds, List<CrossReference> references) {
        public Uses {
            kinds = Set.copyOf(kinds);
            references = List.copyOf(references);
        }
    }

    /** The preferred name. */
    public String display() {
        return description.display();
    }

    /** Null where it has none. */
    public String definition() {
        return description.definition();
    }

    /** Other names, the display not among them. */
    public List<Designation> designations() {
        return description.designations();
    }

    /** In the order of the release. */
    public List<ConceptProperty> properties() {
        return description.properties();
    }

    /** Codes of the same code system. */
    public List<String> parents() {
        return standing.parents();
    }

    /** Whether it should no longer be used. */
    public boolean isInactive() {
        return standing.isInactive();
    }

    /** Whether it is there for grouping. */
    public boolean isAbstract() {
        return standing.isAbstract();
    }

    /** The phrases of monographs that it may code. */
    public Set<PhraseKind> kinds() {
        return uses.kinds();
    }

    /** What the release says of it in other code systems. */
    public List<CrossReference> references() {
        return uses.references();
    }

    /** The concepts of other code systems that its publisher holds to be the same, at most one for each system. */
    public List<ConceptKey> crossReferences() {
        return references().stream()
                .filter(CrossReference::codesPhrases)
                .map(CrossReference::concept)
                .toList();
    }
}
