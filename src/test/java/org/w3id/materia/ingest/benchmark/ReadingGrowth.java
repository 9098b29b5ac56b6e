package org.w3id.materia.ingest.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.ingest.ConversionStages;
import org.w3id.materia.ingest.HostileMonographs;
import org.w3id.materia.search.SearchIndexer;
import org.w3id.materia.search.definition.SearchParameters;

/**
 * How the conversion of a hostile monograph grows with its length: processor time and bytes allocated at doubling lengths, for each construct in
 * each kind of section. Arguments: the longest length in characters (100000), the least seconds that are told (0.5), a construct, a section.
 */
public final class ReadingGrowth {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ReadingGrowth() {}

    public static void main(String[] arguments) {
        int longest = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        double least = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0.5;
        ConformanceResources conformance = ConformanceResources.load();
        ConversionStages stages = new ConversionStages(
                ShippedLexicon.alone(),
                new MonographMapper(conformance, "growth"),
                new SearchIndexer(SearchParameters.load()));
        for (String construct : HostileMonographs.constructs()) {
            for (String section : HostileMonographs.SECTIONS) {
                if ((arguments.length <= 2 || construct.contains(arguments[2]))
                        && (arguments.length <= 3 || section.contains(arguments[3]))) {
                    measure(stages, construct, section, longest, least);
                }
            }
        }
    }

    private static void measure(ConversionStages stages, String construct, String section, int longest, double least) {
        double perTime = HostileMonographs.text(construct, section, 10_000).length() / 10_000.0;
        StringBuilder line = new StringBuilder();
        double seconds = 0;
        for (int length = longest / 4; length <= longest && seconds < 60; length *= 2) {
            byte[] text = HostileMonographs.text(construct, section, (int) (length / perTime))
                    .getBytes(StandardCharsets.UTF_8);
            long time = THREADS.getCurrentThreadCpuTime();
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            String end = "";
            try {
                stages.convert("hostile.md", text, Set.of(), Instant.EPOCH);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                end = " " + e;
            }
            seconds = (THREADS.getCurrentThreadCpuTime() - time) / 1e9;
            double megabytes = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / 1e6;
            line.append(String.format(Locale.ROOT, " | %6.2f s %7.0f MB%s", seconds, megabytes, end));
        }
        if (seconds >= least || line.indexOf("E") >= 0) {
            System.out.println(construct + " in " + section + line);
        }
    }
}
