package org.w3id.materia.store.lucene.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.compress.LZ4;

/**
 * Each resource's JSON by itself, in LZ4 with a dictionary of what FHIR JSON repeats. Lucene's stored fields compress
 * blocks of many documents together, which is some smaller, and reads all of a block to give one: five times slower.
 */
public final class JsonCompression {
    private static final byte[] DICTIONARY = read("json-dictionary.txt");

    private JsonCompression() {}

    /** Changes with the dictionary, without which nothing that it compressed can be read. */
    public static String version() {
        return Integer.toHexString(Arrays.hashCode(DICTIONARY));
    }

    static void write(byte[] json, DataOutput out) throws IOException {
        out.writeVInt(json.length);
        byte[] all = behindDictionary(json.length);
        System.arraycopy(json, 0, all, DICTIONARY.length, json.length);
        LZ4.compressWithDictionary(all, 0, DICTIONARY.length, json.length, out, new LZ4.FastCompressionHashTable());
    }

    static byte[] read(DataInput in) throws IOException {
        int length = in.readVInt();
        byte[] all = behindDictionary(length);
        LZ4.decompress(in, length, all, DICTIONARY.length);
        return Arrays.copyOfRange(all, DICTIONARY.length, all.length);
    }

    /** The dictionary, and room behind it. LZ4 wants what it may refer to in one piece with what it reads or writes. */
    private static byte[] behindDictionary(int length) {
        return Arrays.copyOf(DICTIONARY, DICTIONARY.length + length);
    }

    private static byte[] read(String resource) {
        try (InputStream in = JsonCompression.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
