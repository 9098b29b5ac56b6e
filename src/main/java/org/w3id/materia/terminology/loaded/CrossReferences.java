package org.w3id.materia.terminology.loaded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.StoredConcepts;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.operation.library.ConceptMapping;
import org.w3id.materia.terminology.release.CrossReference;

/**
 * The way from a concept to those of other code systems by what loaded releases say of their own concepts: from a concept to what it
 * refers to, back from that, and across, where two codes are references of one concept and the relations allow a conclusion.
 */
final class CrossReferences {
    private final List<LoadedItem> releases;
    private final Function<LoadedItem, StoredConcepts> concepts;
    private final UnaryOperator<Coding> displayed;

    /**
     * @param releases code systems with references, one version of each: those of the concepts asked for, and those that refer to them
     * @param concepts opens one of them
     * @param displayed a coding with its display, where that is known
     */
    CrossReferences(
            List<LoadedItem> releases, Function<LoadedItem, StoredConcepts> concepts, UnaryOperator<Coding> displayed) {
        this.releases = releases;
        this.concepts = concepts;
        this.displayed = displayed;
    }

    /** What two releases say alike is there once, as the first says it. The map of each is the release that says it. */
    List<ConceptMapping> of(ConceptKey concept) {
        Map<CrossReference, LoadedItem> found = new LinkedHashMap<>();
        for (LoadedItem release : releases) {
            for (CrossReference reference : said(release, concept)) {
                found.putIfAbsent(reference, release);
            }
        }
        List<ConceptMapping> mappings = new ArrayList<>();
        found.forEach((reference, release) -> mappings.add(new ConceptMapping(
                reference.equivalence(),
                displayed.apply(new Coding(
                        reference.concept().system(), reference.concept().code(), null)),
                List.of(),
                release.identity().canonical())));
        return mappings;
    }

    private List<CrossReference> said(LoadedItem release, ConceptKey concept) {
        List<CrossReference> found = new ArrayList<>();
        if (release.identity().url().equals(concept.system())) {
            concepts.apply(release)
                    .references(concept.code())
                    .forEach(r -> found.add(relation(r.concept(), r.equivalence())));
        } else {
            StoredConcepts stored = concepts.apply(release);
            for (Concept own : stored.referring(concept)) {
                List<CrossReference> references = stored.references(own.code());
                references.stream()
                        .filter(r -> r.concept().equals(concept))
                        .findFirst()
                        .map(r -> ConceptMapping.inverse(r.equivalence()))
                        .ifPresent(back -> {
                            found.add(relation(new ConceptKey(release.identity().url(), own.code()), back));
                            references.stream()
                                    .filter(r -> !r.concept().system().equals(concept.system()))
                                    .forEach(r -> ConceptMapping.joined(back, r.equivalence())
                                            .ifPresent(across -> found.add(relation(r.concept(), across))));
                        });
            }
        }
        return found;
    }

    private static CrossReference relation(ConceptKey concept, ConceptMapEquivalence equivalence) {
        return new CrossReference(concept, equivalence, false);
    }
}
