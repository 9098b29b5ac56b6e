package org.w3id.materia.server.form;

import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;

/** A Bundle that was put together from stored resources; its elements are in its JSON alone. */
public final class EncodedBundle extends Bundle implements Encoded {
    private static final long serialVersionUID = 1L;

    private final byte[] json;
    private final transient EntityTag tag;

    public EncodedBundle(byte[] json) {
        this(json, null);
    }

    /** @param tag stays the same as long as the answer to the same question does; null for none */
    public EncodedBundle(byte[] json, EntityTag tag) {
        this.json = json;
        this.tag = tag;
        setId("bundle"); // HAPI wants one of whatever a history gives; it is not sent.
    }

    /** Stays the same as long as the answer to the same question does; empty where nobody can tell. */
    public Optional<EntityTag> tag() {
        return Optional.ofNullable(tag);
    }

    @Override
    public byte[] json() {
        return json;
    }
}
