package org.w3id.materia.store.lucene.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.lucene.document.UncheckedIo;

/**
 * Where in the order of results a page ends: what its last resource was sorted by. As text {@code Type.id}; where there is a
 * sort, before it a hash of the sort and the values, in base64url, and a dot.
 *
 * @param values null for each that the resource does not have
 */
record Position(List<BytesRef> values, ResourceKey key) {
    private static final Pattern KEY = Pattern.compile("([A-Za-z]{1,64})\\.([A-Za-z0-9\\-.]{1,64})");
    private static final int NONE = -1;

    /** @param sort what was asked for, as text; empty where nothing was */
    String toText(String sort) {
        String plain = key.type() + "." + key.id();
        if (sort.isEmpty()) {
            return plain;
        }
        byte[] sortedBy = UncheckedIo.get(() -> bytes(sort));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sortedBy) + "." + plain;
    }

    private byte[] bytes(String sort) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(sort.hashCode());
        for (BytesRef value : values) {
            out.writeShort(value == null ? NONE : value.length);
            if (value != null) {
                out.write(value.bytes, value.offset, value.length);
            }
        }
        return bytes.toByteArray();
    }

    /**
     * @param sort what is asked for, as text
     * @param count how many values it makes a hit carry
     * @throws Failure invalid where it is not what {@link #toText} made of such a position
     */
    static Position parse(String text, String sort, int count) {
        int dot = sort.isEmpty() ? -1 : text.indexOf('.');
        Matcher key = KEY.matcher(text.substring(dot + 1));
        if (!key.matches()) {
            throw foreign(text);
        }
        try {
            List<BytesRef> values = sort.isEmpty()
                    ? List.of()
                    : values(Base64.getUrlDecoder().decode(text.substring(0, Math.max(0, dot))), sort, count);
            return new Position(values, new ResourceKey(key.group(1), key.group(2)));
        } catch (IOException | IllegalArgumentException e) {
            throw foreign(text);
        }
    }

    private static List<BytesRef> values(byte[] bytes, String sort, int count) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        boolean sameSort = in.readInt() == sort.hashCode();
        List<BytesRef> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.readShort();
            values.add(length == NONE ? null : value(in, length));
        }
        if (!sameSort || in.read() >= 0) {
            throw new IOException("of another sort");
        }
        return values;
    }

    private static BytesRef value(DataInputStream in, int length) throws IOException {
        byte[] value = in.readNBytes(length);
        if (value.length < length) {
            throw new IOException("cut short");
        }
        return new BytesRef(value);
    }

    static Failure foreign(String text) {
        return Failure.invalid("'" + text + "' is not where a page of this search ends: only its page links say that.");
    }
}
