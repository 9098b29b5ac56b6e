package org.w3id.materia.terminology.codesystem.supplement;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;

/**
 * Applies supplements to code systems whose concepts are not in memory. What finds the entries of a supplement is made once, and kept as
 * long as the supplement is. Safe for several threads.
 */
public final class PreparedSupplements {
    private final LoadingCache<CodeSystem, Map<String, SupplementEntry>> prepared =
            Caffeine.newBuilder().weakKeys().softValues().build(PreparedSupplements::entries);

    private static Map<String, SupplementEntry> entries(CodeSystem supplement) {
        Map<String, SupplementEntry> entries = new LinkedHashMap<>();
        add(supplement, supplement.getConcept(), entries);
        return entries;
    }

    private static void add(
            CodeSystem supplement, List<ConceptDefinitionComponent> concepts, Map<String, SupplementEntry> entries) {
        for (ConceptDefinitionComponent concept : concepts) {
            entries.put(concept.getCode(), SupplementEntry.of(supplement, concept));
            add(supplement, concept.getConcept(), entries);
        }
    }

    /**
     * A code system with supplements; itself where there are none.
     *
     * @param supplements that do not change any more
     */
    public CodeSystemProvider applied(CodeSystemProvider system, List<CodeSystem> supplements) {
        return supplements.isEmpty()
                ? system
                : new SupplementedCodeSystem(
                        system,
                        system.header().with(supplements),
                        supplements.stream().map(prepared::get).toList());
    }
}
