package org.w3id.materia.terminology.operation.library;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap.OtherElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;

/**
 * What a concept map says of one concept (FHIR R4, ConceptMap.group.element.target).
 *
 * @param equivalence how the meaning of {@code concept} compares with that of the concept asked for
 * @param concept what it is mapped to; without a code where it is mapped to nothing
 * @param product further values that come out of the mapping
 * @param map canonical of the concept map, or of the release of a code system, that says it; null where it has none
 */
public record ConceptMapping(
        ConceptMapEquivalence equivalence, Coding concept, List<OtherElementComponent> product, String map) {
    public ConceptMapping {
        product = List.copyOf(product);
    }

    /** Whether it is a translation, and not the statement that there is none. */
    public boolean isTranslation() {
        return equivalence != ConceptMapEquivalence.UNMATCHED && equivalence != ConceptMapEquivalence.DISJOINT;
    }

    /** The same relation, seen from the other concept. */
    public static ConceptMapEquivalence inverse(ConceptMapEquivalence equivalence) {
        return switch (equivalence) {
            case WIDER -> ConceptMapEquivalence.NARROWER;
            case NARROWER -> ConceptMapEquivalence.WIDER;
            case SUBSUMES -> ConceptMapEquivalence.SPECIALIZES;
            case SPECIALIZES -> ConceptMapEquivalence.SUBSUMES;
            default -> equivalence;
        };
    }

    /** The relation to a third concept that follows from the one to a second, and from that to the third; empty where none does. */
    public static Optional<ConceptMapEquivalence> joined(ConceptMapEquivalence first, ConceptMapEquivalence second) {
        if (first == ConceptMapEquivalence.EQUIVALENT) {
            return Optional.of(second);
        }
        if (second == ConceptMapEquivalence.EQUIVALENT) {
            return Optional.of(first);
        }
        boolean directed = first == ConceptMapEquivalence.WIDER || first == ConceptMapEquivalence.NARROWER;
        return directed && first == second ? Optional.of(first) : Optional.empty();
    }
}
