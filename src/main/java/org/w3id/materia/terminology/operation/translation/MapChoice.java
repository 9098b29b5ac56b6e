package org.w3id.materia.terminology.operation.translation;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Type;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;

/**
 * Which concept maps a translation asks (FHIR R4, ConceptMap/$translate): those that state the value sets which the request names, or
 * else those for a concept of these value sets. Two URLs can be compared without the value sets being here.
 */
public final class MapChoice {
    private final TranslationRequest asked;
    private final MapScopes scopes;

    public MapChoice(TranslationRequest asked, MapScopes scopes) {
        this.asked = asked;
        this.scopes = scopes;
    }

    /**
     * Those that are for a coding.
     *
     * @param candidates the map that the request names, or all of the coding's code system
     * @throws TerminologyFailure where no map states the coding's value set that the request names, and it is not known
     */
    public List<ConceptMap> of(List<ConceptMap> candidates, Coding coding) {
        String own = asked.ownScope();
        List<ConceptMap> ofOwn = candidates.stream()
                .filter(map -> MapScopes.isStated(own, own(map)))
                .toList();
        if (ofOwn.isEmpty() && own != null && !scopes.has(own, coding)) {
            return List.of();
        }
        List<ConceptMap> possible = ofOwn.isEmpty() ? candidates : ofOwn;
        List<ConceptMap> ofBoth = possible.stream()
                .filter(map -> MapScopes.isStated(asked.wantedScope(), wanted(map)))
                .toList();
        return (ofBoth.isEmpty() ? possible : ofBoth)
                .stream().filter(map -> scopes.applies(own(map), coding)).toList();
    }

    /**
     * Whether a translation is in the value set that the request names.
     *
     * @throws TerminologyFailure where the map does not state it, and it is not known
     */
    public boolean isWanted(ConceptMap map, Coding translation) {
        String wanted = asked.wantedScope();
        if (wanted == null || !translation.hasCode()) {
            return true;
        }
        return MapScopes.isStated(wanted, wanted(map))
                ? scopes.applies(wanted(map), translation)
                : scopes.has(wanted, translation);
    }

    private Type own(ConceptMap map) {
        return asked.isReverse() ? map.getTarget() : map.getSource();
    }

    private Type wanted(ConceptMap map) {
        return asked.isReverse() ? map.getSource() : map.getTarget();
    }
}
