package org.w3id.materia.server.form;

import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceType;
import org.w3id.materia.store.StoredResource;

/** A stored resource on its way to the client, without ever being parsed. */
public final class UnparsedResource extends Resource implements Encoded {
    private static final long serialVersionUID = 1L;

    private final transient StoredResource stored;

    public UnparsedResource(StoredResource stored) {
        this.stored = stored;
        setId(stored.key().toString());
    }

    public StoredResource stored() {
        return stored;
    }

    @Override
    public byte[] json() {
        return stored.json();
    }

    @Override
    public Resource copy() {
        return new UnparsedResource(stored);
    }

    @Override
    public ResourceType getResourceType() {
        return ResourceType.fromCode(stored.key().type());
    }

    @Override
    public String fhirType() {
        return stored.key().type();
    }
}
