package org.w3id.materia.terminology.operation.library;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Versions;

/** The code systems, value sets and concept maps that a server has of itself. */
public interface TerminologyLibrary {
    /** Versions of a code system; a null stands for one without a version. */
    List<String> versions(String url);

    /**
     * The versions of a code system of which a request gets the newest.
     *
     * @param wanted version, also one with wildcards; null for any
     */
    default List<String> candidates(String url, String wanted) {
        return versions(url).stream().filter(v -> Versions.fits(wanted, v)).toList();
    }

    /**
     * One version of a code system.
     *
     * @param version exactly as in {@link #versions}
     * @param supplements to apply
     */
    Optional<CodeSystemProvider> codeSystem(String url, String version, List<CodeSystem> supplements);

    /** Supplements of a code system. */
    default List<CodeSystem> supplements(String url) {
        return List.of();
    }

    /** All versions of a value set, also of one that its URL defines (FHIR R4, 4.9.5 implicit value sets). */
    default List<ValueSet> valueSets(String url) {
        return List.of();
    }

    /** Those of which a request gets the newest; the same as {@link #candidates} for value sets. */
    default List<ValueSet> candidateValueSets(String url, String wanted) {
        return valueSets(url).stream()
                .filter(v -> Versions.fits(wanted, v.getVersion()))
                .toList();
    }

    /** All versions of a concept map. */
    default List<ConceptMap> conceptMaps(String url) {
        return List.of();
    }

    /** All concept maps that lead from or to a code system. */
    default List<ConceptMap> conceptMapsOf(String system) {
        return List.of();
    }

    /**
     * What is known of a concept in other code systems beside the concept maps.
     *
     * @param targetSystem null for any
     */
    default List<ConceptMapping> translations(Coding concept, String targetSystem) {
        return List.of();
    }

    /**
     * Whether a version of a code system is a fragment: some of its codes are not here.
     *
     * @param version exactly as in {@link #versions}
     */
    default boolean isFragment(String url, String version) {
        return false;
    }

    /** The URLs of all code systems that {@link #codeSystem} has, for the statement of capabilities. */
    List<String> codeSystems();
}
