package org.w3id.materia.safety;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.Versions;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/**
 * Which concepts are kinds of which, as far as a code system here knows it. The International Classification of Diseases says it by its
 * codes: I50.2 is a kind of I50 (ICD-10, volume 2, 2.4.1).
 */
final class TerminologyHierarchy {
    private static final Set<String> BY_PREFIX =
            Set.of("http://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-10");

    private static final int CATEGORY = 3;

    private final TerminologyLibrary terminology;
    private final Map<String, Optional<CodeSystemProvider>> systems = new HashMap<>();

    TerminologyHierarchy(TerminologyLibrary terminology) {
        this.terminology = terminology;
    }

    /** Whether the one is a kind of the other, and not the same. */
    boolean isKindOf(ConceptKey narrower, ConceptKey broader) {
        if (!narrower.system().equals(broader.system()) || narrower.equals(broader)) {
            return false;
        }
        if (BY_PREFIX.contains(narrower.system())
                && broader.code().length() >= CATEGORY
                && narrower.code().startsWith(broader.code())) {
            return true;
        }
        return system(narrower.system())
                .filter(CodeSystemProvider::knowsHierarchy)
                .map(system -> isAncestor(system, broader.code(), narrower.code()))
                .orElse(false);
    }

    private static boolean isAncestor(CodeSystemProvider system, String broader, String narrower) {
        Optional<Concept> above = system.locate(broader);
        Optional<Concept> below = system.locate(narrower);
        return above.isPresent() && below.isPresent() && system.isAncestor(above.get(), below.get());
    }

    /** What a code is called where it is known. */
    Optional<String> display(ConceptKey key) {
        return system(key.system()).flatMap(s -> s.locate(key.code())).map(Concept::display);
    }

    /** The codes that one of the International Classification of Diseases begins with; none of other code systems. */
    static List<ConceptKey> categories(ConceptKey key) {
        return BY_PREFIX.contains(key.system())
                ? IntStream.range(CATEGORY, key.code().length())
                        .mapToObj(end -> new ConceptKey(key.system(), key.code().substring(0, end)))
                        .toList()
                : List.of();
    }

    /** Whether the category that a code of the International Classification of Diseases begins with is known. */
    boolean isInKnownCategory(ConceptKey key) {
        return BY_PREFIX.contains(key.system())
                && key.code().length() > CATEGORY
                && display(new ConceptKey(key.system(), key.code().substring(0, CATEGORY)))
                        .isPresent();
    }

    private Optional<CodeSystemProvider> system(String url) {
        return systems.computeIfAbsent(url, this::newest);
    }

    private Optional<CodeSystemProvider> newest(String url) {
        List<String> versions = terminology.versions(url);
        return versions.isEmpty()
                ? Optional.empty()
                : terminology.codeSystem(url, Collections.max(versions, Versions.ORDER), List.of());
    }
}
