package org.w3id.materia.safety.stated;

import ca.uhn.fhir.context.FhirContext;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.Snapshot;

/** The facts of the monographs that are asked about, kept as long as their generation is the newest that was asked for, and there is room. */
public final class MedicineFactsCache {
    private static final int MOST = 512;

    private record Key(long generation, String id) {}

    private record Coded(long generation, String parameter, Set<ConceptKey> codes) {}

    private static final int MOST_OF_A_CODE = 50;

    private final FhirContext context;
    private final Cache<Key, Optional<MedicineFacts>> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<Coded, List<String>> coded =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public MedicineFactsCache(FhirContext context) {
        this.context = context;
    }

    /** What the monograph of the medicine states; empty where there is no such medicine. */
    public Optional<MedicineFacts> of(String id, Snapshot snapshot) {
        return kept.get(
                new Key(snapshot.generation(), id),
                key -> MedicineFactsReader.read(key.id(), new MedicineResources(context, snapshot)));
    }

    /**
     * The ids of the medicines that have one of the codes.
     *
     * @param parameter of the search for them
     */
    public List<String> having(Set<ConceptKey> codes, String parameter, Snapshot snapshot) {
        Coded key = new Coded(snapshot.generation(), parameter, Set.copyOf(codes));
        List<String> known = coded.getIfPresent(key);
        if (known == null) {
            known = find(new Criterion(parameter, List.of(new Criterion.TokenAnyOf(key.codes()))), snapshot);
            if (!known.isEmpty()) {
                coded.put(key, known);
            }
        }
        return known;
    }

    /** The ids of the medicines that meet a criterion. */
    public static List<String> find(Criterion criterion, Snapshot snapshot) {
        Query query = new Query("MedicationKnowledge", List.of(criterion), MOST_OF_A_CODE, Optional.empty());
        return snapshot.search(query).resources().stream()
                .map(stored -> stored.key().id())
                .toList();
    }
}
