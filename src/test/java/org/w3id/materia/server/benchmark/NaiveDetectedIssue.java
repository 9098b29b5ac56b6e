package org.w3id.materia.server.benchmark;

import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DetectedIssue;

/** Risks by code; HAPI makes pages of them. */
public final class NaiveDetectedIssue implements IResourceProvider {
    private final Map<String, List<DetectedIssue>> byCode;

    NaiveDetectedIssue(NaiveContent content) throws IOException {
        byCode = NaiveContent.index(
                content.ofType(DetectedIssue.class).values(),
                issue -> issue.getCode().getCoding().stream().map(Coding::getCode));
    }

    @Override
    public Class<DetectedIssue> getResourceType() {
        return DetectedIssue.class;
    }

    /** {@code DetectedIssue?code=…}. */
    @Search
    public List<DetectedIssue> byCode(@RequiredParam(name = "code") TokenParam code) {
        return byCode.getOrDefault(code.getValue(), List.of());
    }
}
