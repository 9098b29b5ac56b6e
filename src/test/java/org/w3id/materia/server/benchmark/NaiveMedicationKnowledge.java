package org.w3id.materia.server.benchmark;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.Reference;

/** What is known about medicines, by id and by the words of their contraindications. */
public final class NaiveMedicationKnowledge implements IResourceProvider {
    private final Map<String, MedicationKnowledge> byId;
    private final Map<String, List<MedicationKnowledge>> byContraindication;

    NaiveMedicationKnowledge(NaiveContent content) throws IOException {
        byId = content.ofType(MedicationKnowledge.class);
        Map<String, DetectedIssue> issues = content.ofType(DetectedIssue.class);
        byContraindication = NaiveContent.index(byId.values(), knowledge -> knowledge.getContraindication().stream()
                .map(Reference::getReferenceElement)
                .map(reference -> issues.get(reference.getIdPart()))
                .filter(Objects::nonNull)
                .flatMap(NaiveMedicationKnowledge::words));
    }

    private static Stream<String> words(DetectedIssue issue) {
        return issue.getEvidence().stream()
                .flatMap(evidence -> evidence.getCode().stream())
                .flatMap(code ->
                        Arrays.stream(code.getText().toLowerCase(Locale.ROOT).split("\\W+")));
    }

    @Override
    public Class<MedicationKnowledge> getResourceType() {
        return MedicationKnowledge.class;
    }

    /** {@code MedicationKnowledge/id}. */
    @Read
    public MedicationKnowledge read(@IdParam IdType id) {
        MedicationKnowledge found = byId.get(id.getIdPart());
        if (found == null) {
            throw new ResourceNotFoundException(id);
        }
        return found;
    }

    /** {@code MedicationKnowledge?contraindicated-for:text=…}; HAPI makes pages of them. */
    @Search
    public List<MedicationKnowledge> byContraindication(
            @RequiredParam(name = "contraindicated-for") TokenParam condition) {
        return byContraindication.getOrDefault(condition.getValue(), List.of());
    }
}
