package org.w3id.materia.terminology.shipped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.coding.ShippedTable;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.supplement.PreparedSupplements;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** The code systems of the shipped tables of names, each a fragment in one version. */
public final class ShippedLibrary implements TerminologyLibrary {
    private final Map<String, CodeSystemProvider> systems = new LinkedHashMap<>();
    private final PreparedSupplements prepared = new PreparedSupplements();

    /** @param resources among them those that say of each table's code system what it is */
    public ShippedLibrary(List<CodeSystem> resources) {
        for (ShippedTable table : ShippedTable.values()) {
            resources.stream()
                    .filter(r -> r.getUrl().equals(table.system()))
                    .forEach(r -> systems.put(r.getUrl(), new ShippedCodeSystem(table, r)));
        }
    }

    @Override
    public List<String> versions(String url) {
        return Optional.ofNullable(systems.get(url)).stream()
                .map(s -> s.header().version()) // Null where it has none.
                .toList();
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
    public boolean isFragment(String url, String version) {
        return true;
    }

    @Override
    public List<String> codeSystems() {
        return List.copyOf(systems.keySet());
    }
}
