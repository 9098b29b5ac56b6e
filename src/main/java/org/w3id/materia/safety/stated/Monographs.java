package org.w3id.materia.safety.stated;

import ca.uhn.fhir.context.FhirContext;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.w3id.materia.store.Snapshot;

/** The facts of the monographs that are asked about, kept as long as their generation is the newest that was asked for, and there is room. */
public final class Monographs {
    private static final int MOST = 512;

    private record Key(long generation, String id) {}

    private final FhirContext context;
    private final Cache<Key, Optional<MedicineFacts>> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public Monographs(FhirContext context) {
        this.context = context;
    }

    /** What the monograph of the medicine states; empty where there is no such medicine. */
    public Optional<MedicineFacts> of(String id, Snapshot snapshot) {
        return kept.get(new Key(snapshot.generation(), id), key -> FactReader.read(key.id(), context, snapshot));
    }
}
