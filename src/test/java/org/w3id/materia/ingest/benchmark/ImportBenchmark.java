package org.w3id.materia.ingest.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.ingest.ConversionStages;
import org.w3id.materia.ingest.Import;
import org.w3id.materia.ingest.ImportListener;
import org.w3id.materia.ingest.ImportReport;
import org.w3id.materia.search.SearchIndexer;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;

/**
 * The whole import, from files to a committed index: monographs and resources a second, CPU time, heap, size of the index; then
 * how long it takes to find that nothing has changed, and to take one changed file.
 *
 * <p>Arguments: a folder of monographs, and how many copies of each to import under other names. Number of cores and heap are the
 * JVM's: {@code -XX:ActiveProcessorCount=1 -Xmx1g}. {@code docs/performance.md} has the command and figures.
 */
public final class ImportBenchmark {
    private static final double NANOSECONDS = 1e9;
    private static final double MEBIBYTE = 1 << 20;

    private ImportBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory("materia-import");
        try {
            Path monographs = Files.createDirectory(work.resolve("monographs"));
            copy(Path.of(args[0]), Integer.parseInt(args[1]), monographs);
            run(work, monographs);
        } finally {
            delete(work);
        }
    }

    private static void run(Path work, Path monographs) throws Exception {
        ConformanceResources conformance = ConformanceResources.load();
        ConversionStages stages = new ConversionStages(
                ShippedLexicon.alone(),
                new MonographMapper(conformance, "benchmark"),
                new SearchIndexer(SearchParameters.load()));
        try (KnowledgeBase knowledge = LuceneKnowledgeBase.open(work.resolve("data"))) {
            Import everything = new Import(knowledge, stages, "benchmark", List.of());
            System.out.printf("%d cores%n", Runtime.getRuntime().availableProcessors());
            report("first import", work, everything, monographs);
            report("nothing new", work, everything, monographs);
            try (Stream<Path> files = Files.list(monographs)) {
                Path one = files.sorted().findFirst().orElseThrow();
                Files.writeString(one, Files.readString(one) + "\nOne more line.\n");
            }
            report("one changed", work, everything, monographs);
        }
    }

    private static void report(String name, Path work, Import everything, Path monographs) throws Exception {
        long cpu = processCpu();
        ImportReport report = everything.run(List.of(monographs), ImportListener.NONE);
        double seconds = report.duration().toNanos() / NANOSECONDS;
        System.out.printf(
                "%-13s %6d monographs, %7d resources in %7.2f s: %6.0f monographs/s, %7.0f resources/s; CPU %.1f s; heap %.0f MiB; index %.0f MiB%n",
                name,
                report.converted(),
                report.resources(),
                seconds,
                report.converted() / seconds,
                report.resources() / seconds,
                (processCpu() - cpu) / NANOSECONDS,
                heap() / MEBIBYTE,
                size(work.resolve("data")) / MEBIBYTE);
    }

    private static void copy(Path from, int times, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                String base = file.getFileName().toString().replaceFirst("\\.md$", "");
                for (int i = 0; i < times; i++) {
                    Files.copy(file, to.resolve(base + (i == 0 ? "" : "-" + i) + ".md"));
                }
            }
        }
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** What the JVM has taken, of what it may. */
    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(f -> f.isFile())
                    .mapToLong(f -> f.length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(f -> f.delete());
        }
    }
}
