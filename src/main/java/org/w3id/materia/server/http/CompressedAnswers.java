package org.w3id.materia.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/**
 * Answers in gzip, kept by their content: compressing costs more than all the rest of an answer, and the same answers are
 * asked for again. It takes a bounded share of the heap. Safe for several threads.
 */
final class CompressedAnswers {
    private static final long SHARE_OF_HEAP = 32;

    /** About what an entry takes beside the two arrays. */
    private static final int BYTES_AROUND = 150;

    private final Cache<Plain, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
            .weigher((Plain plain, byte[] gzip) -> plain.bytes.length + gzip.length + BYTES_AROUND)
            .build();

    /**
     * The content in gzip.
     *
     * @param content not to be changed by anyone afterwards
     */
    byte[] of(byte[] content) {
        Plain plain = new Plain(content);
        byte[] known = kept.getIfPresent(plain);
        if (known != null) {
            return known;
        }
        byte[] made = compress(content);
        kept.put(plain, made);
        return made;
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Memory does not fail.
        }
        return out.toByteArray();
    }

    /** Content as a key: found by a checksum, which the processor makes fast, and then compared byte by byte. */
    private static final class Plain {
        private final byte[] bytes;
        private final int hash;

        Plain(byte[] bytes) {
            this.bytes = bytes;
            CRC32C checksum = new CRC32C();
            checksum.update(bytes);
            this.hash = (int) checksum.getValue();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Plain plain && hash == plain.hash && Arrays.equals(bytes, plain.bytes);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
