package org.w3id.materia.terminology.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.supplement.PreparedSupplements;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** UCUM, BCP 47, BCP 13 and ISO 3166, each with the one version that it has here. */
public final class StandardsLibrary implements TerminologyLibrary {
    private final Map<String, CodeSystemProvider> systems = new LinkedHashMap<>();

    private final PreparedSupplements prepared = new PreparedSupplements();

    public StandardsLibrary() {
        for (CodeSystemProvider system :
                List.of(UnitsOfMeasure.load(), new LanguageTags(), new MediaTypes(), new Countries())) {
            systems.put(system.header().url(), system);
        }
    }

    @Override
    public List<String> versions(String url) {
        CodeSystemProvider system = systems.get(url);
        List<String> versions = new ArrayList<>();
        if (system != null) {
            versions.add(system.header().version()); // Null where it has none.
        }
        return versions;
    }

    @Override
    public Optional<CodeSystemProvider> codeSystem(String url, String version, List<CodeSystem> supplements) {
        return Optional.ofNullable(systems.get(url))
                .filter(s -> Objects.equals(version, s.header().version()))
                .map(s -> prepared.applied(s, supplements));
    }

    @Override
    public List<CodeSystem> supplements(String url) {
        return List.of();
    }

    @Override
    public List<ValueSet> valueSets(String url) {
        return List.of();
    }

    @Override
    public List<String> codeSystems() {
        return List.copyOf(systems.keySet());
    }
}
