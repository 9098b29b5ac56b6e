package org.w3id.materia.terminology.operation.library;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.resource.PreparedCodeSystems;

/** A library of resources that are held in memory. */
public final class ResourceLibrary implements TerminologyLibrary {
    private final List<CodeSystem> systems;
    private final List<ValueSet> valueSets;
    private final List<ConceptMap> maps;
    private final PreparedCodeSystems prepared = new PreparedCodeSystems();

    public ResourceLibrary(List<? extends MetadataResource> resources) {
        systems = only(resources, CodeSystem.class);
        valueSets = only(resources, ValueSet.class);
        maps = only(resources, ConceptMap.class);
    }

    private static <T> List<T> only(List<? extends MetadataResource> resources, Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Others are there in name alone, or add to what is elsewhere; the concepts of a fragment may be kept elsewhere. */
    private static boolean hasConcepts(CodeSystem system) {
        return system.getContent() != CodeSystemContentMode.NOTPRESENT
                && system.getContent() != CodeSystemContentMode.SUPPLEMENT
                && (system.getContent() != CodeSystemContentMode.FRAGMENT || system.hasConcept());
    }

    @Override
    public List<String> versions(String url) {
        return systems.stream()
                .filter(c -> url.equals(c.getUrl()) && hasConcepts(c))
                .map(CodeSystem::getVersion)
                .toList();
    }

    @Override
    public Optional<CodeSystemProvider> codeSystem(String url, String version, List<CodeSystem> supplements) {
        return systems.stream()
                .filter(c -> url.equals(c.getUrl()) && hasConcepts(c) && Objects.equals(version, c.getVersion()))
                .findFirst()
                .map(c -> prepared.of(c, supplements));
    }

    @Override
    public List<CodeSystem> supplements(String url) {
        return systems.stream().filter(CodeSystem::hasSupplements).toList();
    }

    @Override
    public List<ValueSet> valueSets(String url) {
        return valueSets.stream().filter(v -> url.equals(v.getUrl())).toList();
    }

    @Override
    public List<ConceptMap> conceptMaps(String url) {
        return maps.stream().filter(m -> url.equals(m.getUrl())).toList();
    }

    @Override
    public List<ConceptMap> conceptMapsOf(String system) {
        return maps.stream()
                .filter(m -> m.getGroup().stream()
                        .anyMatch(g -> system.equals(g.getSource()) || system.equals(g.getTarget())))
                .toList();
    }

    @Override
    public boolean isFragment(String url, String version) {
        return systems.stream()
                .filter(c -> url.equals(c.getUrl()) && Objects.equals(version, c.getVersion()))
                .anyMatch(c -> c.getContent() == CodeSystemContentMode.FRAGMENT);
    }

    @Override
    public List<String> codeSystems() {
        return systems.stream()
                .filter(ResourceLibrary::hasConcepts)
                .map(CodeSystem::getUrl)
                .distinct()
                .toList();
    }
}
