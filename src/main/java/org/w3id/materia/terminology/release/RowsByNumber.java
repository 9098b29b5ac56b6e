package org.w3id.materia.terminology.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Short texts by the number of what they belong to, in the order in which they came. Releases keep names, relations and
 * attributes in files of their own with millions of rows; here each takes its UTF-8 bytes and eight more, so that a
 * whole release is joined in a few hundred MB.
 */
public final class RowsByNumber {
    private static final int CHUNK = 1 << 20;
    private static final int FRAME = 8;
    private static final int NONE = -1;

    private final List<ByteBuffer> chunks = new ArrayList<>();
    private final NumberIndex numbers = new NumberIndex();
    private int[] first = new int[1 << 10];
    private int[] last = new int[1 << 10];

    /**
     * Adds a text to those of a number.
     *
     * @throws BrokenLineException where it is longer than a row of any release
     * @throws IOException where the release is larger than can be joined in memory (2 GiB of text)
     */
    public void add(long number, String text) throws BrokenLineException, IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int address = store(bytes);
        int ordinal = numbers.add(number);
        if (ordinal == first.length) {
            first = Arrays.copyOf(first, ordinal * 2);
            last = Arrays.copyOf(last, ordinal * 2);
        }
        if (ordinal == numbers.size() - 1 && numbers.wasNew()) {
            first[ordinal] = address;
        } else {
            chunks.get(last[ordinal] / CHUNK).putInt(last[ordinal] % CHUNK, address);
        }
        last[ordinal] = address;
    }

    /** The texts of a number; empty where it has none. */
    public List<String> of(long number) {
        int ordinal = numbers.find(number);
        if (ordinal < 0) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int address = first[ordinal]; address != NONE; ) {
            ByteBuffer chunk = chunks.get(address / CHUNK);
            int at = address % CHUNK;
            byte[] bytes = new byte[chunk.getInt(at + 4)];
            chunk.get(at + FRAME, bytes);
            texts.add(new String(bytes, StandardCharsets.UTF_8));
            address = chunk.getInt(at);
        }
        return texts;
    }

    /** The numbers that have texts, in the order in which they first came. */
    public long[] numbers() {
        return numbers.all();
    }

    private int store(byte[] bytes) throws BrokenLineException, IOException {
        int length = bytes.length + FRAME;
        if (length > CHUNK) {
            throw new BrokenLineException("The row is longer than a row can be.");
        }
        ByteBuffer chunk = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
        if (chunk == null || chunk.remaining() < length) {
            if (chunks.size() == Integer.MAX_VALUE / CHUNK) {
                throw new IOException("The release has more text than can be joined in memory.");
            }
            chunk = ByteBuffer.allocate(CHUNK);
            chunks.add(chunk);
        }
        int address = (chunks.size() - 1) * CHUNK + chunk.position();
        chunk.putInt(NONE).putInt(bytes.length).put(bytes);
        return address;
    }
}
