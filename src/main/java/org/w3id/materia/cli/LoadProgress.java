package org.w3id.materia.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.w3id.materia.terminology.loaded.LoadListener;
import picocli.CommandLine.Help.Ansi;

/** How far a release has been read, and what is indexed: a bar on a terminal, plain lines elsewhere. */
final class LoadProgress implements LoadListener, AutoCloseable {
    private static final int TENTHS = 10;
    private static final long KIB = 1024;

    private final PrintWriter out;
    private final boolean terminal;
    private String release = "";
    private long size;
    private long done;
    private ProgressBar bar;

    LoadProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On a terminal, where the process has one. */
    static LoadProgress onStandardError() {
        return new LoadProgress(new PrintWriter(System.err, true, StandardCharsets.UTF_8), Ansi.AUTO.enabled());
    }

    @Override
    public void started(String name, long bytes) {
        release = name;
        size = Math.max(1, bytes);
        done = 0;
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Loading")
                    .setUnit(" KiB", KIB)
                    .setInitialMax(size)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
        } else {
            out.println("loading " + release + " (" + (bytes + KIB - 1) / KIB + " KiB)");
        }
    }

    @Override
    public void progressed(long bytes) {
        long before = done;
        done += bytes;
        if (bar != null) {
            bar.stepTo(Math.min(done, size));
        } else if (done * TENTHS / size > before * TENTHS / size) {
            out.println("read " + Math.min(100, done * 100 / size) + " % of " + release);
        }
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
}
