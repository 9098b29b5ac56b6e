package org.w3id.materia.server.benchmark;

import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.MedicinalProductIndication;

/** Indications by a code of the disease. */
public final class NaiveIndication implements IResourceProvider {
    private final Map<String, List<MedicinalProductIndication>> byDisease;

    NaiveIndication(NaiveContent content) throws IOException {
        byDisease = NaiveContent.index(
                content.ofType(MedicinalProductIndication.class).values(),
                indication -> indication.getDiseaseSymptomProcedure().getCoding().stream()
                        .map(coding -> coding.getSystem() + "|" + coding.getCode()));
    }

    @Override
    public Class<MedicinalProductIndication> getResourceType() {
        return MedicinalProductIndication.class;
    }

    /** {@code MedicinalProductIndication?disease=system|code}. */
    @Search
    public List<MedicinalProductIndication> byDisease(@RequiredParam(name = "disease") TokenParam disease) {
        return byDisease.getOrDefault(disease.getSystem() + "|" + disease.getValue(), List.of());
    }
}
