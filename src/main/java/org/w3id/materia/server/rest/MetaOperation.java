package org.w3id.materia.server.rest;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.server.search.BundleWriter;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/** {@code $meta} (FHIR R4, Resource operations): the profiles and tags of one resource, or of all of some types. */
final class MetaOperation {
    static final String DEFINITION = "http://hl7.org/fhir/OperationDefinition/Resource-meta";

    private MetaOperation() {}

    static Parameters of(StoredResource stored, FhirContext context) {
        Resource resource = (Resource) context.newJsonParser().parseResource(new ByteArrayInputStream(stored.json()));
        return answer(resource.getMeta());
    }

    /** Nothing here has tags or security labels; the profiles are those of which there are resources. */
    static Parameters ofTypes(Collection<String> types, Snapshot snapshot) {
        Meta meta = new Meta();
        meta.setLastUpdatedElement(new InstantType(BundleWriter.instant(snapshot.committed())));
        Map<String, List<String>> profiles = SupportedProfiles.byType(snapshot);
        for (String type : types) {
            if (snapshot.counts().containsKey(type)) {
                profiles.getOrDefault(type, List.of()).forEach(meta::addProfile);
            }
        }
        return answer(meta);
    }

    private static Parameters answer(Meta meta) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("return").setValue(meta);
        return answer;
    }
}
