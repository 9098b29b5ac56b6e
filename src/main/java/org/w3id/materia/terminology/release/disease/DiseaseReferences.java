package org.w3id.materia.terminology.release.disease;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.release.CrossReference;

/**
 * Which references of a disease say what it is in another code system, so that a phrase may be coded with them. All of them say that the
 * two are related, and the ontology does not say how. Where a disease has two codes of a system, or a code has two
 * diseases, at least one of them is narrower or broader, and none is taken. None is taken either of a disease without an unambiguous MeSH
 * heading: the ontology's curators found no concept like theirs there, and the other codes are then often those of a residual class
 * ("other diseases of …") or of a part of the disease. None is taken of a classification, which has no class for many a disease: the ontology then
 * gives the class of a part of it (syphilis: A51.0, primary genital syphilis) or of what is left over.
 */
final class DiseaseReferences {
    private static final String MESH = "http://id.nlm.nih.gov/mesh";

    private static final Set<String> CLASSIFICATIONS = Set.of("http://hl7.org/fhir/sid/icd-10-cm");

    private final Map<ConceptKey, Integer> diseases = new HashMap<>();

    DiseaseReferences(Collection<Disease> all) {
        all.forEach(disease -> disease.references().forEach(code -> diseases.merge(code, 1, Integer::sum)));
    }

    /** The references of a disease, in order of their systems. */
    List<CrossReference> of(Disease disease) {
        Set<ConceptKey> unambiguous = unambiguous(disease);
        return disease.references().stream()
                .sorted(Comparator.comparing(ConceptKey::system).thenComparing(ConceptKey::code))
                .map(code -> new CrossReference(code, ConceptMapEquivalence.RELATEDTO, unambiguous.contains(code)))
                .toList();
    }

    private Set<ConceptKey> unambiguous(Disease disease) {
        Map<String, List<ConceptKey>> bySystem =
                disease.references().stream().collect(Collectors.groupingBy(ConceptKey::system));
        Set<ConceptKey> equal = new HashSet<>();
        bySystem.values().stream()
                .filter(codes -> codes.size() == 1
                        && diseases.get(codes.get(0)) == 1
                        && !CLASSIFICATIONS.contains(codes.get(0).system()))
                .forEach(equal::addAll);
        if (equal.stream().noneMatch(code -> code.system().equals(MESH))) {
            equal.clear();
        }
        return equal;
    }
}
