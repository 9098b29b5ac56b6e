package org.w3id.materia.terminology.operation.expansion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.terminology.operation.request.CompositionVersions;
import org.w3id.materia.terminology.operation.request.TerminologyRequest;

/**
 * Which versions of its code systems a value set takes.
 *
 * @param several whether it takes several of one code system, so that a code says nothing without it
 * @param match whether codes are the same whatever the version of their code system
 */
record ComposedVersions(boolean several, boolean match) {
    static ComposedVersions of(ValueSet valueSet, TerminologyRequest request) {
        Map<String, Set<String>> versions = new LinkedHashMap<>();
        sets(valueSet)
                .forEach(set -> versions.computeIfAbsent(set.hasSystem() ? set.getSystem() : "", k -> new HashSet<>())
                        .add(set.hasVersion() ? set.getVersion() : ""));
        return new ComposedVersions(
                versions.values().stream().anyMatch(v -> v.size() > 1),
                CompositionVersions.versionsMatch(valueSet, request));
    }

    /** All that it includes and excludes. */
    static List<ConceptSetComponent> sets(ValueSet valueSet) {
        List<ConceptSetComponent> sets = new ArrayList<>(valueSet.getCompose().getInclude());
        sets.addAll(valueSet.getCompose().getExclude());
        return sets;
    }
}
