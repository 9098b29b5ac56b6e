package org.w3id.materia.terminology.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.terminology.codesystem.VersionedConcept;

/**
 * The closure tables that clients maintain (FHIR R4, 4.7.12), by their names, in memory: a table that nobody has asked for in a
 * day, or that is one too many, is forgotten, and its client begins again, as the specification provides for.
 */
public final class ClosureTables {
    private static final int MOST_TABLES = 256;
    private static final Duration KEPT = Duration.ofDays(1);

    private final Cache<String, Table> tables = Caffeine.newBuilder()
            .maximumSize(MOST_TABLES)
            .expireAfterAccess(KEPT)
            .build();

    /** Begins a table, which is then empty. */
    void begin(String name) {
        tables.put(name, new Table());
    }

    Optional<Table> find(String name) {
        return Optional.ofNullable(tables.getIfPresent(name));
    }

    /** One relation: {@code narrower} is a kind of {@code broader}. */
    record Subsumption(VersionedConcept narrower, VersionedConcept broader, int since) {}

    /** The concepts of a client, and what is known of how they relate. Callers hold its monitor. */
    static final class Table {
        static final int MOST_CONCEPTS = 10_000;

        private final Set<VersionedConcept> concepts = new LinkedHashSet<>();
        private final List<Subsumption> subsumptions = new ArrayList<>();
        private int version;

        int version() {
            return version;
        }

        Set<VersionedConcept> concepts() {
            return concepts;
        }

        /** A new version, to which the following additions belong. */
        void nextVersion() {
            version++;
        }

        /** False where it is there already. */
        boolean add(VersionedConcept concept) {
            return concepts.add(concept);
        }

        void relate(VersionedConcept narrower, VersionedConcept broader) {
            subsumptions.add(new Subsumption(narrower, broader, version));
        }

        List<Subsumption> since(int after) {
            return subsumptions.stream().filter(s -> s.since() > after).toList();
        }
    }
}
