package org.w3id.materia.terminology.operation.expansion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3id.materia.terminology.codesystem.Canonicals;
import org.w3id.materia.terminology.codesystem.VersionedConcept;

/** What a value set excludes: concepts, and code systems as a whole. */
final class Exclusions {
    private final Set<VersionedConcept> concepts = new HashSet<>();
    private final List<String> systems = new ArrayList<>();

    void add(VersionedConcept key) {
        concepts.add(key);
    }

    /** @param canonical with a version where only that one is excluded */
    void addSystem(String canonical) {
        systems.add(canonical);
    }

    boolean has(VersionedConcept key) {
        return concepts.contains(key)
                || systems.contains(key.system())
                || systems.contains(Canonicals.join(key.system(), key.version()));
    }

    /** How many concepts are excluded one by one. */
    int size() {
        return concepts.size();
    }
}
