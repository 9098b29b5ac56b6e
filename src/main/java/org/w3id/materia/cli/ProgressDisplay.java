package org.w3id.materia.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.w3id.materia.ingest.ImportListener;
import org.w3id.materia.terminology.loaded.LoadListener;
import picocli.CommandLine.Help.Ansi;

/** How far long work has come, one after the other: a bar on a terminal, a plain line for every tenth elsewhere. */
final class ProgressDisplay implements ImportListener, LoadListener, AutoCloseable {
    private static final int TENTHS = 10;
    private static final long KIB = 1024;

    private final PrintWriter out;
    private final boolean terminal;
    private final AtomicLong done = new AtomicLong();
    private String release = "";
    private long whole;
    private ProgressBar bar;

    ProgressDisplay(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On a terminal, where the process has one. */
    static ProgressDisplay onStandardError() {
        return new ProgressDisplay(new PrintWriter(System.err, true, StandardCharsets.UTF_8), Ansi.AUTO.enabled());
    }

    @Override
    public void planned(int toConvert, int unchanged, int removed) {
        if (toConvert > 0) {
            begin(
                    toConvert,
                    new ProgressBarBuilder().setTaskName("Converting"),
                    "converting " + toConvert + " monographs; " + unchanged + " unchanged, " + removed + " removed");
        }
    }

    @Override
    public void converted(String path) {
        advance(1, now -> "converted " + now + " of " + whole);
    }

    @Override
    public void committing() {
        close();
    }

    @Override
    public void started(String name, long bytes) {
        release = name;
        begin(
                Math.max(1, bytes),
                new ProgressBarBuilder().setTaskName("Loading").setUnit(" KiB", KIB),
                "loading " + release + " (" + (bytes + KIB - 1) / KIB + " KiB)");
    }

    @Override
    public void progressed(long bytes) {
        advance(bytes, now -> "read " + Math.min(100, now * 100 / whole) + " % of " + release);
    }

    @Override
    public void indexing(String system, int concepts) {
        String message = "indexing " + concepts + " concepts of " + system;
        if (bar != null) {
            bar.setExtraMessage(message);
        } else {
            out.println(message);
        }
    }

    @Override
    public void ended() {
        close();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private void begin(long size, ProgressBarBuilder ofTerminal, String line) {
        whole = size;
        done.set(0);
        if (terminal) {
            bar = ofTerminal
                    .setInitialMax(size)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
        } else {
            out.println(line);
        }
    }

    private void advance(long amount, LongFunction<String> line) {
        long now = done.addAndGet(amount);
        if (bar != null) {
            bar.stepTo(Math.min(done.get(), whole)); // Files may hold more than their archive says.
        } else if (whole > 0 && tenth(now) > tenth(now - amount)) {
            out.println(line.apply(now));
        }
    }

    private long tenth(long count) {
        return count * TENTHS / whole;
    }
}
