package org.w3id.materia.terminology.release.disease;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3id.materia.model.ConceptKey;

/**
 * Which references of a disease say what it is in another code system: where a disease has two codes of a system, or a code has two
 * diseases, at least one of them is narrower or broader, and none is taken. None is taken either of a disease without an unambiguous MeSH
 * heading: the ontology's curators found no concept like theirs there, and the other codes are then often those of a residual class
 * ("other diseases of …") or of a part of the disease.
 */
final class DiseaseReferences {
    private static final String MESH = "http://id.nlm.nih.gov/mesh";

    private final Map<ConceptKey, Integer> diseases = new HashMap<>();

    DiseaseReferences(Collection<Disease> all) {
        all.forEach(disease -> disease.references().forEach(code -> diseases.merge(code, 1, Integer::sum)));
    }

    /** The unambiguous references of a disease, in order of their systems. */
    List<ConceptKey> of(Disease disease) {
        Map<String, List<ConceptKey>> bySystem =
                disease.references().stream().collect(Collectors.groupingBy(ConceptKey::system));
        List<ConceptKey> equal = new ArrayList<>();
        bySystem.values().stream()
                .filter(codes -> codes.size() == 1 && diseases.get(codes.get(0)) == 1)
                .forEach(equal::addAll);
        if (equal.stream().noneMatch(code -> code.system().equals(MESH))) {
            equal.clear();
        }
        equal.sort(Comparator.comparing(ConceptKey::system));
        return equal;
    }
}
