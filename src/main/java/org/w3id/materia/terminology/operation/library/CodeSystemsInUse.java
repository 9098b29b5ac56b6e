package org.w3id.materia.terminology.operation.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.resource.ResourceCodeSystem;

/**
 * Code systems with the supplements that apply to them, each made ready once for a request, or for all validations of a batch: to
 * find the concepts of a large one anew for each of ten thousand codings takes longer than to validate them.
 */
public final class CodeSystemsInUse {
    /** @param resource that came with the request; null for a code system of the library */
    private record Key(CodeSystem resource, String url, String version, List<CodeSystem> supplements) {}

    private final TerminologyLibrary library;
    private final Map<Key, Optional<CodeSystemProvider>> ready = new HashMap<>();

    public CodeSystemsInUse(TerminologyLibrary library) {
        this.library = library;
    }

    /** One that came with the request. */
    public CodeSystemProvider given(CodeSystem resource, List<CodeSystem> supplements) {
        return ready.computeIfAbsent(
                        new Key(resource, null, null, supplements),
                        k -> Optional.of(new ResourceCodeSystem(resource, supplements)))
                .orElseThrow();
    }

    /**
     * One of the library.
     *
     * @param version exactly as in {@link TerminologyLibrary#versions}
     */
    public Optional<CodeSystemProvider> known(String url, String version, List<CodeSystem> supplements) {
        return ready.computeIfAbsent(
                new Key(null, url, version, supplements), k -> library.codeSystem(url, version, supplements));
    }
}
