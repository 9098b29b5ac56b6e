package org.w3id.materia.server.benchmark;

import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Medication;

/** Medications by id. */
public final class NaiveMedication implements IResourceProvider {
    private final Map<String, Medication> byId;

    NaiveMedication(NaiveContent content) throws IOException {
        byId = content.ofType(Medication.class);
    }

    @Override
    public Class<Medication> getResourceType() {
        return Medication.class;
    }

    /** {@code Medication?_id=…}. */
    @Search
    public List<Medication> byId(@RequiredParam(name = "_id") TokenParam id) {
        Medication found = byId.get(id.getValue());
        return found == null ? List.of() : List.of(found);
    }
}
