package org.w3id.materia.terminology.release;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * One file of a release, wherever it lies.
 *
 * @param path for a person; of a file in an archive {@code archive!/entry}
 * @param storedShare what part of a byte each byte takes in the release itself: less than 1 in an archive
 * @param source opens it from its beginning, any number of times
 */
public record ReleaseFile(String path, double storedShare, Source source) {
    /** Opens a file. */
    public interface Source {
        /** The bytes from the beginning; the caller closes them. */
        InputStream open() throws IOException;
    }

    /** What stands behind the last slash. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The bytes from the beginning. */
    public InputStream open() throws IOException {
        return source.open();
    }

    /** The bytes from the beginning, of which the sink is told now and as they are read. */
    public InputStream open(ReleaseSink sink) throws IOException {
        sink.reading(this);
        return new Counted(open(), sink, storedShare);
    }

    /** Characters of a UTF-8 file, without a byte order mark; what is not UTF-8 comes as U+FFFD. */
    public BufferedReader characters(ReleaseSink sink) throws IOException {
        return withoutMark(new BufferedReader(new InputStreamReader(open(sink), StandardCharsets.UTF_8)));
    }

    /** The first characters, at most so many. */
    public String head(int characters) throws IOException {
        try (BufferedReader in =
                withoutMark(new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8)))) {
            char[] head = new char[characters];
            int filled = 0;
            for (int n = in.read(head); n > 0; n = in.read(head, filled, characters - filled)) {
                filled += n;
            }
            return new String(head, 0, filled);
        }
    }

    /** The first line, cut where it is longer than a header can be; empty where there is none. */
    public String firstLine() throws IOException {
        return head(1 << 14).lines().findFirst().orElse("");
    }

    private static BufferedReader withoutMark(BufferedReader in) throws IOException {
        in.mark(1);
        if (in.read() != '\uFEFF') {
            in.reset();
        }
        return in;
    }

    /** Tells of the bytes read in large steps. */
    private static final class Counted extends FilterInputStream {
        private static final long STEP = 1 << 16;

        private final ReleaseSink sink;
        private final double share;
        private double untold;

        Counted(InputStream in, ReleaseSink sink, double share) {
            super(in);
            this.sink = sink;
            this.share = share;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? -1 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            if (read > 0) {
                untold += read * share;
            }
            if (untold >= STEP || read < 0) {
                sink.progressed((long) untold);
                untold -= (long) untold;
            }
        }
    }
}
