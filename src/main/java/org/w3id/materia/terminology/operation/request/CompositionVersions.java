package org.w3id.materia.terminology.operation.request;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.w3id.materia.terminology.codesystem.Versions;

/** What a value set that includes several versions of one code system says of them. */
public final class CompositionVersions {
    private CompositionVersions() {}

    /**
     * Whether codes are the same whatever the version of their code system: as the request says, or where a value set excludes from
     * some versions of a code system what it includes from others, which would else mean nothing.
     */
    public static boolean versionsMatch(ValueSet valueSet, TerminologyRequest request) {
        List<ConceptSetComponent> includes = valueSet.getCompose().getInclude();
        List<ConceptSetComponent> excludes = valueSet.getCompose().getExclude();
        if (request.has("versionsMatch") || includes.isEmpty() || excludes.isEmpty()) {
            return request.is("versionsMatch", false);
        }
        String system = includes.get(0).getSystem();
        Set<String> included = new LinkedHashSet<>();
        includes.forEach(s -> included.add(s.getVersion()));
        return Stream.concat(includes.stream(), excludes.stream())
                        .allMatch(s ->
                                s.hasVersion() && s.hasSystem() && s.getSystem().equals(system))
                && excludes.stream().noneMatch(s -> included.contains(s.getVersion()));
    }

    /** Sets of one code system so that what several of its versions have comes from the newest; others as they stand. */
    public static List<ConceptSetComponent> newestFirst(List<ConceptSetComponent> sets) {
        boolean comparable = sets.stream()
                .allMatch(s -> s.hasVersion()
                        && s.hasSystem()
                        && s.getSystem().equals(sets.get(0).getSystem()));
        return comparable
                ? sets.stream()
                        .sorted(Comparator.comparing(ConceptSetComponent::getVersion, Versions.ORDER)
                                .reversed())
                        .toList()
                : sets;
    }
}
