package org.w3id.materia.fhir.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;

/** What our own codes are called in a code system of others, as one of our concept maps says. */
public final class Translation {
    private final Map<String, Coding> targets = new HashMap<>();

    public Translation(ConceptMap map) {
        map.getGroup().forEach(group -> group.getElement().forEach(element -> element.getTarget().stream()
                .filter(ConceptMap.TargetElementComponent::hasCode)
                .forEach(target -> targets.put(
                        element.getCode(), new Coding(group.getTarget(), target.getCode(), target.getDisplay())))));
    }

    /** A new Coding of the target of a code; empty where the map has none. */
    public Optional<Coding> of(String code) {
        return Optional.ofNullable(targets.get(code)).map(Coding::copy);
    }
}
