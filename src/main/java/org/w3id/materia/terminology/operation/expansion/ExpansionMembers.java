package org.w3id.materia.terminology.operation.expansion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.VersionedConcept;

/** The members of a value set in the order in which they were found, each once, with the hierarchy that they came in. */
public final class ExpansionMembers {
    private final boolean byVersion;
    private final Map<VersionedConcept, ExpandedConcept> members = new LinkedHashMap<>();
    private final List<ExpandedConcept> roots = new ArrayList<>();
    private Map<VersionedConcept, Set<String>> versions;

    /** @param byVersion whether the same code of two versions of a code system is two members */
    ExpansionMembers(boolean byVersion) {
        this.byVersion = byVersion;
    }

    VersionedConcept key(CodeSystemProvider system, Concept concept) {
        return new VersionedConcept(
                system.header().url(), byVersion ? system.header().version() : null, concept.code());
    }

    /** A key of another value set, as this one has it. */
    VersionedConcept key(VersionedConcept other) {
        return byVersion ? other : new VersionedConcept(other.system(), null, other.code());
    }

    /** @param parent null for a root */
    void add(VersionedConcept key, ExpandedConcept member, ExpandedConcept parent) {
        members.put(key, member);
        (parent == null ? roots : parent.children()).add(member);
    }

    boolean contains(VersionedConcept key) {
        return members.containsKey(key);
    }

    /** Null where it is none. */
    ExpandedConcept get(VersionedConcept key) {
        return members.get(key);
    }

    /** Whether it is a member; where one of the two has no version, the version does not count. Asked when the set is complete. */
    boolean has(VersionedConcept key) {
        if (members.containsKey(key)) {
            return true;
        }
        Set<String> known = versions().getOrDefault(unversioned(key), Set.of());
        return known.contains("") || !known.isEmpty() && key.version() == null;
    }

    /** The versions of the code system from which each code comes; empty for none. */
    private Map<VersionedConcept, Set<String>> versions() {
        if (versions == null) {
            versions = new HashMap<>();
            for (VersionedConcept member : members.keySet()) {
                versions.computeIfAbsent(unversioned(member), k -> new HashSet<>())
                        .add(member.version() == null ? "" : member.version());
            }
        }
        return versions;
    }

    private static VersionedConcept unversioned(VersionedConcept key) {
        return new VersionedConcept(key.system(), null, key.code());
    }

    void forEach(BiConsumer<VersionedConcept, ExpandedConcept> consumer) {
        members.forEach(consumer);
    }

    /** A view, in the order in which they were found. */
    public Set<VersionedConcept> keys() {
        return members.keySet();
    }

    int size() {
        return members.size();
    }

    /** All members beside each other, in the order in which they were found. */
    public List<ValueSetExpansionContainsComponent> flat() {
        return members.values().stream().map(ExpandedConcept::entry).toList();
    }

    /** The members that are below no other, each with those below it as {@code contains}. */
    public List<ValueSetExpansionContainsComponent> nested() {
        return roots.stream().map(ExpandedConcept::nested).toList();
    }
}
