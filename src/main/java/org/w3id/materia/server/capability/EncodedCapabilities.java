package org.w3id.materia.server.capability;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.w3id.materia.server.form.Encoded;
import org.w3id.materia.server.form.EntityTag;

/** The capability statement, encoded once for all who ask. */
public final class EncodedCapabilities extends CapabilityStatement implements Encoded {
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
    public EntityTag tag() {
        return tag;
    }
}
