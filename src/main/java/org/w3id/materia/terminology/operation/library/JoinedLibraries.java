package org.w3id.materia.terminology.operation.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;

/**
 * Several libraries as one; where two have what a request wants, the first counts, even if the other's version looks newer: what was loaded
 * goes before what came with the program, and publishers change from dates to numbers.
 */
public final class JoinedLibraries implements TerminologyLibrary {
    private final List<TerminologyLibrary> libraries;

    public JoinedLibraries(List<TerminologyLibrary> libraries) {
        this.libraries = List.copyOf(libraries);
    }

    @Override
    public List<String> versions(String url) {
        Set<String> versions = new LinkedHashSet<>(); // Null among them.
        libraries.forEach(l -> versions.addAll(l.versions(url)));
        return versions.stream().toList();
    }

    @Override
    public List<String> candidates(String url, String wanted) {
        return first(l -> l.candidates(url, wanted));
    }

    @Override
    public Optional<CodeSystemProvider> codeSystem(String url, String version, List<CodeSystem> supplements) {
        for (TerminologyLibrary library : libraries) {
            Optional<CodeSystemProvider> found = library.codeSystem(url, version, supplements);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public List<CodeSystem> supplements(String url) {
        return all(l -> l.supplements(url));
    }

    @Override
    public List<ValueSet> valueSets(String url) {
        return all(l -> l.valueSets(url));
    }

    @Override
    public List<ValueSet> candidateValueSets(String url, String wanted) {
        return first(l -> l.candidateValueSets(url, wanted));
    }

    @Override
    public List<ConceptMap> conceptMaps(String url) {
        return all(l -> l.conceptMaps(url));
    }

    @Override
    public List<ConceptMap> conceptMapsOf(String system) {
        return all(l -> l.conceptMapsOf(system));
    }

    @Override
    public List<ConceptMapping> translations(Coding concept, String targetSystem) {
        return all(l -> l.translations(concept, targetSystem));
    }

    @Override
    public boolean isFragment(String url, String version) {
        return libraries.stream()
                .filter(l -> l.versions(url).stream().anyMatch(v -> Objects.equals(v, version)))
                .findFirst()
                .filter(l -> l.isFragment(url, version))
                .isPresent();
    }

    @Override
    public List<String> codeSystems() {
        return all(TerminologyLibrary::codeSystems).stream().distinct().toList();
    }

    private <T> List<T> first(Function<TerminologyLibrary, List<T>> part) {
        for (TerminologyLibrary library : libraries) {
            List<T> found = part.apply(library);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private <T> List<T> all(Function<TerminologyLibrary, List<T>> part) {
        List<T> all = new ArrayList<>();
        for (TerminologyLibrary library : libraries) {
            all.addAll(part.apply(library));
        }
        return all;
    }
}
