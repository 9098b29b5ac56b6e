package org.w3id.materia.bulk;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes one file of an export, plain and compressed at once. Both are kept, because only bytes that stay the same can be
 * fetched in pieces.
 */
final class ResourceLines implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final FileOutputStream plainFile;
    private final FileOutputStream compressedFile;
    private final OutputStream plain;
    private final GZIPOutputStream gzip;
    private final OutputStream compressed;

    ResourceLines(Path folder, String name) throws IOException {
        plainFile = new FileOutputStream(folder.resolve(name).toFile());
        compressedFile =
                new FileOutputStream(folder.resolve(name + ExportFile.GZIP).toFile());
        plain = new BufferedOutputStream(plainFile, BUFFER);
        gzip = new FastGzip(compressedFile);
        compressed = new BufferedOutputStream(gzip, BUFFER);
    }

    /** @param json a resource without line ends */
    void add(byte[] json) throws IOException {
        for (OutputStream out : List.of(plain, compressed)) {
            out.write(json);
            out.write('\n');
        }
    }

    /** Forces both out to the disk: a job that is finished stays so. */
    void end() throws IOException {
        plain.flush();
        plainFile.getFD().sync();
        compressed.flush();
        gzip.finish();
        compressedFile.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        try (plainFile) {
            gzip.close();
        }
    }

    /** The fastest level: it costs FHIR JSON little in size. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
