package org.w3id.materia.terminology.operation.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.supplement.PreparedSupplements;

/** Code systems that are no resources, each in one version. */
public final class SystemLibrary implements TerminologyLibrary {
    private static final String FRAGMENT = "fragment";

    private final Map<String, CodeSystemProvider> systems = new LinkedHashMap<>();
    private final PreparedSupplements prepared = new PreparedSupplements();

    public SystemLibrary(List<? extends CodeSystemProvider> systems) {
        systems.forEach(s -> this.systems.put(s.header().url(), s));
    }

    @Override
    public List<String> versions(String url) {
        return Optional.ofNullable(systems.get(url)).stream()
                .map(s -> s.header().version()) // Null where it has none.
                .toList();
    }

    @Override
    public Optional<CodeSystemProvider> codeSystem(String url, String version, List<CodeSystem> supplements) {
        return version(url, version).map(s -> prepared.applied(s, supplements));
    }

    private Optional<CodeSystemProvider> version(String url, String version) {
        return Optional.ofNullable(systems.get(url))
                .filter(s -> Objects.equals(version, s.header().version()));
    }

    @Override
    public boolean isFragment(String url, String version) {
        return version(url, version)
                .filter(s -> FRAGMENT.equals(s.header().description().content()))
                .isPresent();
    }

    @Override
    public List<String> codeSystems() {
        return List.copyOf(systems.keySet());
    }
}
