package org.w3id.materia.server;

import org.hl7.fhir.r4.model.CapabilityStatement;

/** The capability statement, encoded once for all who ask. */
final class EncodedCapabilities extends CapabilityStatement implements Encoded {
    private static final long serialVersionUID = 1L;

    private final byte[] json;

    EncodedCapabilities(byte[] json) {
        this.json = json;
    }

    @Override
    public byte[] json() {
        return json;
    }
}
