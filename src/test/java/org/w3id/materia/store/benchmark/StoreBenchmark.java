package org.w3id.materia.store.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;

/**
 * Speed and size of the embedded store on synthetic resources. Not a test: run {@link #main} with the number of resources
 * and, for memory, with {@code -Xmx1g}.
 */
public final class StoreBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(5);

    private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 20;

    private final int total;
    private final Path data;

    private StoreBenchmark(int total, Path data) {
        this.total = total;
        this.data = data;
    }

    /** @param arguments number of resources; 100,000 where it is left out */
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("store-benchmark");
        try {
            new StoreBenchmark(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000, data).run();
        } finally {
            delete(data);
        }
    }

    private void run() throws Exception {
        try (LuceneKnowledgeBase store = LuceneKnowledgeBase.open(data)) {
            index(store);
        }
        print("size of the index", "%,d MiB", size(data) >> 20);
        print("peak heap while indexing", "%,d MiB", peakHeap() >> 20);
        long start = threadMillis();
        try (LuceneKnowledgeBase store = LuceneKnowledgeBase.open(data);
                Snapshot snapshot = store.snapshot()) {
            print("open", "%,d ms of one core", threadMillis() - start);
            start = threadMillis();
            int sources = snapshot.sources().size();
            print("list of " + sources + " sources", "%,d ms of one core", threadMillis() - start);
            perSecond(
                    "read by id",
                    n -> require(snapshot.read(SyntheticResources.key(n)).isPresent()));
            perSecond(
                    "search, one match",
                    n -> require(
                            page(snapshot, new Criterion.TokenIs(SyntheticResources.SYSTEM, SyntheticResources.code(n)))
                                            .total()
                                    == 1));
            perSecond(
                    "search, a page of 20 of all",
                    n -> require(
                            page(snapshot, new Criterion.TokenIs(null, "COND")).total() == total));
            perSecond(
                    "search, text begins",
                    n -> require(page(snapshot, new Criterion.TextBegins("hepatic imp"))
                                    .total()
                            > 0));
        }
        updateOneSource();
    }

    private void index(LuceneKnowledgeBase store) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long cpuBefore = cpuMillis();
        int sources = (total + SyntheticResources.PER_SOURCE - 1) / SyntheticResources.PER_SOURCE;
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (ImportSession session = store.beginImport()) {
            List<Future<?>> all = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(t -> workers.submit(() -> {
                        for (int s = t; s < sources; s += threads) {
                            session.put(new Source("s" + s, "1"), SyntheticResources.ofSource(s, total));
                        }
                    }))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
            session.commit();
            long millis = millisSince(start);
            print("indexed by " + threads + " threads and committed", "%,d ms", millis);
            print("resources per second", "%,d", total * 1000L / millis);
            print("resources per second of one core", "%,d", total * 1000L / (cpuMillis() - cpuBefore));
        } finally {
            workers.shutdown();
        }
        print("with the merges behind the commit", "%,d ms", millisSince(start));
    }

    private void updateOneSource() {
        try (LuceneKnowledgeBase store = LuceneKnowledgeBase.open(data)) {
            long start = threadMillis();
            try (ImportSession session = store.beginImport()) {
                session.put(
                        new Source("s0", "2"),
                        SyntheticResources.ofSource(0, total).subList(1, SyntheticResources.PER_SOURCE));
                session.commit();
            }
            print("update of one source", "%,d ms of one core", threadMillis() - start);
        }
    }

    private static SearchPage page(Snapshot snapshot, Criterion.Match match) {
        return snapshot.search(new Query(
                SyntheticResources.TYPE, List.of(new Criterion("code", List.of(match))), 20, Optional.empty()));
    }

    /** Runs on one thread, with random resources; in its own time, so that other processes do not count. */
    private void perSecond(String name, IntConsumer action) {
        run(WARM_UP, action);
        print(name, "%,d a second of one core", run(MEASURED, action) / MEASURED.toSeconds());
    }

    private long run(Duration time, IntConsumer action) {
        SplittableRandom random = new SplittableRandom(1);
        long end = threadMillis() + time.toMillis();
        long runs = 0;
        while (threadMillis() < end) {
            for (int i = 0; i < BETWEEN_LOOKS_AT_THE_CLOCK; i++) {
                action.accept(random.nextInt(total));
                runs++;
            }
        }
        return runs;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("the store gave a wrong answer");
        }
    }

    private static long millisSince(long start) {
        return Math.max(1, Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    /** Time that this thread has worked: other processes of the machine do not count. */
    private static long threadMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    private static long cpuMillis() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000_000;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(u -> u.getUsed())
                .sum();
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void print(String name, String format, Object value) {
        System.out.printf(Locale.ROOT, "%-45s " + format + "%n", name, value);
    }
}
