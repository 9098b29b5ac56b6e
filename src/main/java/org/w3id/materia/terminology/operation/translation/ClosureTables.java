package org.w3id.materia.terminology.operation.translation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.VersionedConcept;
import org.w3id.materia.terminology.operation.issue.Issue;
import org.w3id.materia.terminology.operation.issue.Messages;
import org.w3id.materia.terminology.operation.issue.TerminologyFailure;
import org.w3id.materia.terminology.operation.request.RequestedConcept;

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
    public void begin(String name) {
        tables.put(name, new Table());
    }

    /** The table, which is remembered for another day; empty where it was never begun, or is forgotten. */
    public Optional<Table> find(String name) {
        return Optional.ofNullable(tables.getIfPresent(name));
    }

    /** One relation: {@code narrower} is a kind of {@code broader}. */
    public record Subsumption(VersionedConcept narrower, VersionedConcept broader, int since) {}

    /** The concepts of a client, and what is known of how they relate. Callers hold its monitor. */
    public static final class Table {
        public static final int MOST_CONCEPTS = 10_000;
        private static final int MOST_RELATIONS = 200_000;

        private final Set<VersionedConcept> concepts = new LinkedHashSet<>();
        private final List<Subsumption> subsumptions = new ArrayList<>();
        private int version;

        public int version() {
            return version;
        }

        public Set<VersionedConcept> concepts() {
            return concepts;
        }

        /**
         * Adds concepts, and their relations to each other and to those that are there, as a new version.
         *
         * @throws TerminologyFailure too costly where there are too many relations; the table is as before
         */
        public void add(List<RequestedConcept> added) {
            Map<VersionedConcept, RequestedConcept> fresh = new LinkedHashMap<>();
            added.stream().filter(c -> !concepts.contains(c.key())).forEach(c -> fresh.putIfAbsent(c.key(), c));
            Map<String, CodeSystemProvider> systems = new HashMap<>();
            fresh.forEach((key, concept) -> systems.putIfAbsent(key.system(), concept.system()));
            List<Subsumption> found = new ArrayList<>();
            for (VersionedConcept there : concepts) {
                Optional.ofNullable(systems.get(there.system()))
                        .flatMap(s -> s.locate(there.code()).map(c -> new RequestedConcept(s, c)))
                        .ifPresent(c -> relate(c, fresh.keySet(), found));
            }
            Set<VersionedConcept> all = new HashSet<>(concepts);
            all.addAll(fresh.keySet());
            fresh.values().forEach(c -> relate(c, all, found));
            concepts.addAll(fresh.keySet());
            subsumptions.addAll(found);
            version++;
        }

        private void relate(RequestedConcept narrower, Set<VersionedConcept> others, List<Subsumption> found) {
            for (Concept above : narrower.ancestors()) {
                VersionedConcept broader = new VersionedConcept(narrower.key().system(), null, above.code());
                if (others.contains(broader)) {
                    found.add(new Subsumption(narrower.key(), broader, version + 1));
                    refuseTooMany(subsumptions.size() + found.size());
                }
            }
        }

        private static void refuseTooMany(int relations) {
            if (relations > MOST_RELATIONS) {
                throw TerminologyFailure.tooCostly(Issue.error(
                        IssueType.TOOCOSTLY,
                        "concept",
                        null,
                        Messages.plain("A closure table holds at most " + MOST_RELATIONS + " relations")));
            }
        }

        /** The relations that were found after that version of the table, in the order in which they were. */
        public List<Subsumption> since(int after) {
            return subsumptions.stream().filter(s -> s.since() > after).toList();
        }
    }
}
