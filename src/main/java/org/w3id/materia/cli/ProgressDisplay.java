package org.w3id.materia.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.w3id.materia.ingest.ImportListener;
import picocli.CommandLine.Help.Ansi;

/** How far long work has come: a bar on a terminal, a plain line for every tenth elsewhere. */
final class ProgressDisplay implements ImportListener, AutoCloseable {
    private static final int TENTHS = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private final AtomicInteger done = new AtomicInteger();
    private int planned;
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
        planned = toConvert;
        if (toConvert == 0) {
            return;
        }
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Converting")
                    .setInitialMax(toConvert)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
        } else {
            out.println(
                    "converting " + toConvert + " monographs; " + unchanged + " unchanged, " + removed + " removed");
        }
    }

    @Override
    public void converted(String path) {
        int now = done.incrementAndGet();
        if (bar != null) {
            bar.step();
        } else if (planned > 0 && tenth(now) > tenth(now - 1)) {
            out.println("converted " + now + " of " + planned);
        }
    }

    @Override
    public void committing() {
        close();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private int tenth(int count) {
        return count * TENTHS / planned;
    }
}
