package org.w3id.materia.store.lucene.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.store.IndexValue;
import org.w3id.materia.store.ResourceKey;

/**
 * What a resource refers to, as the bytes that its document keeps: parameter, target's type, target's id for each. A search
 * goes from targets to those that refer to them; this is the way back.
 */
public final class ReferenceContent {
    private ReferenceContent() {}

    static BytesRef bytes(List<IndexValue.Reference> references) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        UncheckedIo.run(() -> {
            for (IndexValue.Reference reference : references) {
                out.writeString(reference.parameter());
                out.writeString(reference.target().type());
                out.writeString(reference.target().id());
            }
        });
        return new BytesRef(out.toArrayCopy());
    }

    /**
     * The targets, in their order and each once.
     *
     * @param bytes what {@link #bytes} made
     * @param parameter empty asks for those of every parameter
     */
    public static List<ResourceKey> targets(BytesRef bytes, Optional<String> parameter) {
        Set<ResourceKey> targets = new LinkedHashSet<>();
        UncheckedIo.run(() -> {
            ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
            while (!in.eof()) {
                String by = in.readString();
                ResourceKey target = new ResourceKey(in.readString(), in.readString());
                if (by.equals(parameter.orElse(by))) {
                    targets.add(target);
                }
            }
        });
        return List.copyOf(targets);
    }
}
