package org.w3id.materia.terminology.codesystem.resource;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;

/**
 * The code systems that a library keeps as resources, ready for use: what finds their concepts is made once, and kept as long as the
 * resource is. Safe for several threads.
 */
public final class PreparedCodeSystems {
    private final LoadingCache<CodeSystem, ResourceCodeSystem> prepared = Caffeine.newBuilder()
            .weakKeys()
            .softValues()
            .build(resource -> new ResourceCodeSystem(resource, List.of()));

    /**
     * One of them, with supplements; with any, it is made for this request alone.
     *
     * @param resource that does not change any more
     */
    public CodeSystemProvider of(CodeSystem resource, List<CodeSystem> supplements) {
        return supplements.isEmpty() ? prepared.get(resource) : new ResourceCodeSystem(resource, supplements);
    }
}
