package org.w3id.materia.store.lucene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.TestResources;

/**
 * A program that imports round after round until it is killed. In each round every resource carries the round's number as its
 * version, and the number of resources changes too. It prints a line for each step.
 */
final class EndlessImports {
    static final int SOURCES = 10;

    private EndlessImports() {}

    public static void main(String[] arguments) {
        try (LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.open(Path.of(arguments[0]))) {
            for (long round = lastRound(knowledge) + 1; ; round++) {
                try (ImportSession session = knowledge.beginImport()) {
                    for (int source = 0; source < SOURCES; source++) {
                        session.put(new Source("s" + source, Long.toString(round)), resources(source, round));
                        System.out.println("put");
                    }
                    System.out.println("committing");
                    session.commit();
                    System.out.println("committed " + round);
                }
                System.out.println("closed");
            }
        }
    }

    static int perSource(long round) {
        return 5 + (int) (round % 4);
    }

    private static List<IndexedResource> resources(int source, long round) {
        List<IndexedResource> resources = new ArrayList<>();
        for (int i = 0; i < perSource(round); i++) {
            resources.add(TestResources.version(
                    TestResources.key("r-" + source + "-" + i), Long.toString(round), TestResources.UPDATED));
        }
        return resources;
    }

    private static long lastRound(LuceneKnowledgeBase knowledge) {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return snapshot.sources().values().stream()
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElse(0);
        }
    }
}
