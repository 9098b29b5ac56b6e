package org.w3id.materia.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.store.HistoryQuery;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.TestResources;
import org.w3id.materia.store.UnusableStoreException;

/**
 * Kills a process that imports, as {@code kill -9} does, at random moments. Each costs the start of a process: {@code
 * -Dmateria.kills=1000} asks for more of them than every build can wait for.
 */
@Tag("process")
class KillTest {
    private static final int KILLS = Integer.getInteger("materia.kills", 10);

    /** Lines of three rounds and a half: the kill falls into any step, and into the first rounds of a process as well. */
    private static final int MOST_LINES = 45;

    private static final long LONGEST_DELAY_NANOS = 4_000_000;

    @TempDir
    Path data;

    @Test
    void whateverTheMomentTheLastCommitIsThereWhole() throws Exception {
        SplittableRandom random = new SplittableRandom();
        long committed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start();
            try (BufferedReader lines = process.inputReader()) {
                Set<String> steps = readUntil(lines, random.nextInt(1, MOST_LINES));
                if (kill == 0) {
                    assertThatThrownBy(() -> LuceneKnowledgeBase.open(data)).isInstanceOf(UnusableStoreException.class);
                }
                spin(random.nextLong(LONGEST_DELAY_NANOS));
                process.toHandle().destroyForcibly(); // Unlike the process's own method, it leaves its output readable.
                process.waitFor();
                lines.lines().forEach(steps::add);
                committed = Math.max(committed, lastCommitted(steps));
            } finally {
                process.destroyForcibly().waitFor();
            }
            long stored = storedRound();
            assertThat(stored).as("what was reported as committed").isGreaterThanOrEqualTo(committed);
            committed = stored;
        }
        assertThat(committed).as("imports went on between the kills").isGreaterThan(KILLS / 2);
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessImports.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Set<String> readUntil(BufferedReader lines, int count) throws IOException {
        Set<String> read = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String line = lines.readLine();
            assertThat(line).as("the process goes on until it is killed").isNotNull();
            read.add(line);
        }
        return read;
    }

    /** Below the resolution of any wait: the moment is to fall within a step. */
    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** The kill may cut the last line. */
    private static long lastCommitted(Collection<String> lines) {
        return lines.stream()
                .filter(l -> l.matches("committed \\d+"))
                .mapToLong(l -> Long.parseLong(l.substring("committed ".length())))
                .max()
                .orElse(0);
    }

    /** The one round of which everything is; 0 where nothing was ever committed. */
    private long storedRound() {
        try (LuceneKnowledgeBase knowledge = LuceneKnowledgeBase.open(data);
                Snapshot snapshot = knowledge.snapshot()) {
            SearchPage all = snapshot.search(new Query(TestResources.TYPE, List.of(), 1000, Optional.empty()));
            Set<String> rounds = new HashSet<>(snapshot.sources().values());
            if (rounds.isEmpty()) {
                assertThat(all.total()).isZero();
                return 0;
            }
            all.resources().stream().map(StoredResource::versionId).forEach(rounds::add);
            assertThat(rounds).as("rounds in one generation").hasSize(1);
            long round = Long.parseLong(rounds.iterator().next());
            assertThat(all.resources()).hasSize(EndlessImports.SOURCES * EndlessImports.perSource(round));
            for (StoredResource each : all.resources()) {
                assertThat(snapshot.read(each.key()).orElseThrow().versionId()).isEqualTo(each.versionId());
                assertThat(versions(snapshot, each)).isEqualTo(expectedVersions(each, round));
            }
            return round;
        }
    }

    private static List<String> versions(Snapshot snapshot, StoredResource of) {
        return snapshot.history(new HistoryQuery(new HistoryQuery.OfResource(of.key()), 100)).entries().stream()
                .map(entry -> entry.resource().map(StoredResource::versionId).orElse("removed"))
                .toList();
    }

    /** A round has its version of the resource, or where it has fewer resources, its removal; nothing twice, nothing missing. */
    private static List<String> expectedVersions(StoredResource of, long round) {
        String id = of.key().id();
        int number = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
        List<String> expected = new ArrayList<>();
        for (long r = 1; r <= round; r++) {
            if (number < EndlessImports.perSource(r)) {
                expected.add(0, Long.toString(r));
            } else if (!expected.isEmpty() && !expected.get(0).equals("removed")) {
                expected.add(0, "removed");
            }
        }
        return expected.subList(0, Math.min(expected.size(), KnowledgeBase.HISTORY + 1));
    }
}
