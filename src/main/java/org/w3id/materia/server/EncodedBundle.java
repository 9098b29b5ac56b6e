package org.w3id.materia.server;

import org.hl7.fhir.r4.model.Bundle;

/** A Bundle that was put together from stored resources; its elements are in its JSON alone. */
final class EncodedBundle extends Bundle implements Encoded {
    private static final long serialVersionUID = 1L;

    private final byte[] json;

    EncodedBundle(byte[] json) {
        this.json = json;
        setId("bundle"); // HAPI wants one of whatever a history gives; it is not sent.
    }

    @Override
    public byte[] json() {
        return json;
    }
}
