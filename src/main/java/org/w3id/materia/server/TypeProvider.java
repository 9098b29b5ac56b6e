package org.w3id.materia.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;

/** The interactions of one resource type: read and search. */
class TypeProvider implements IResourceProvider {
    /** What every provider works with. */
    record Context(FhirContext fhir, KnowledgeBase knowledge, Searches searches) {}

    private final Context context;
    private final String type;

    TypeProvider(Context context, String type) {
        this.context = context;
        this.type = type;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return context.fhir().getResourceDefinition(type).getImplementingClass();
    }

    /** FHIR R4, 3.1.0.2 read. */
    @Read
    public IBaseResource read(@IdParam IdType id) {
        try (Snapshot snapshot = context.knowledge().snapshot()) {
            return snapshot.read(new ResourceKey(type, id.getIdPart()))
                    .map(EncodedResource::new)
                    .orElseThrow(() -> notFound(id));
        }
    }

    /** FHIR R4, 3.1.1 search, by GET or by POST to {@code _search}. */
    @Search(allowUnknownParams = true)
    public Bundle search(ServletRequestDetails details) {
        return context.searches()
                .ofType(
                        type,
                        details.getServletRequest().getParameterMap(),
                        Handling.of(details.getHeader("Prefer")),
                        details.getFhirServerBase());
    }

    Context context() {
        return context;
    }

    Failure notFound(IdType id) {
        return Failure.notFound("There is no " + type + " with the id '" + id.getIdPart() + "'.");
    }
}
