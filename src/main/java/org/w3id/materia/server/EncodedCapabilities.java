package org.w3id.materia.server;

import org.hl7.fhir.r4.model.CapabilityStatement;

/** The capability statement, encoded once for all who ask. */
final class EncodedCapabilities extends CapabilityStatement implements Encoded {
    private static final long serialVersionUID = 1L;

    private final byte[] json;
    private final transient EntityTag tag;

    EncodedCapabilities(byte[] json) {
        this.json = json;
        this.tag = EntityTag.ofContent(json);
    }

    @Override
    public byte[] json() {
        return json;
    }

    /** Changes with the statement (FHIR R4, 3.1.0.10). */
    EntityTag tag() {
        return tag;
    }
}
