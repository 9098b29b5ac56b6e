package org.w3id.materia.server.terminology;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/** The resource that an operation is called on by its id, as a parameter among the others. */
public final class RequestedInstance {
    /** The parameters by which a request to a type names the resource. */
    private static final Map<String, List<String>> NAMED_BY = Map.of(
            "CodeSystem", List.of("url", "system", "codeSystem"),
            "ValueSet", List.of("url", "valueSet"),
            "ConceptMap", List.of("url", "conceptMap"));

    private final FhirContext context;
    private final KnowledgeBase knowledge;

    public RequestedInstance(FhirContext context, KnowledgeBase knowledge) {
        this.context = context;
        this.knowledge = knowledge;
    }

    /** @throws Failure not found where there is none; invalid where the parameters name another one */
    void addTo(Parameters parameters, IIdType id) {
        ResourceKey key = new ResourceKey(id.getResourceType(), id.getIdPart());
        for (String name : NAMED_BY.getOrDefault(key.type(), List.of())) {
            if (parameters.hasParameter(name)) {
                throw Failure.invalid("The operation is called on " + key + ", so '" + name + "' has no place in it.");
            }
        }
        Resource resource = read(key);
        if (resource instanceof ValueSet) {
            parameters.addParameter().setName("valueSet").setResource(resource);
        } else if (resource instanceof ConceptMap) {
            parameters.addParameter().setName("conceptMap").setResource(resource);
        } else if (resource instanceof CodeSystem system) {
            parameters.addParameter().setName("tx-resource").setResource(system);
            parameters.addParameter().setName("system").setValue(new UriType(system.getUrl()));
            parameters.addParameter().setName("url").setValue(new UriType(system.getUrl()));
            if (system.hasVersion() && !parameters.hasParameter("version")) {
                parameters.addParameter("version", system.getVersion());
            }
        }
    }

    Resource read(ResourceKey key) {
        try (Snapshot snapshot = knowledge.snapshot()) {
            StoredResource stored =
                    snapshot.read(key).orElseThrow(() -> Failure.notFound("There is no " + key + " here."));
            return (Resource) context.newJsonParser().parseResource(new ByteArrayInputStream(stored.json()));
        }
    }
}
