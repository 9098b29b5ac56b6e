package org.w3id.materia.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.w3id.materia.model.Failure;
import org.w3id.materia.server.form.UnparsedResource;
import org.w3id.materia.server.search.BundleWriter;
import org.w3id.materia.server.search.RequestSnapshot;
import org.w3id.materia.server.search.Searches;
import org.w3id.materia.store.HistoryQuery.OfResource;
import org.w3id.materia.store.HistoryQuery.OfTypes;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/** The interactions of one resource type: read and search. */
public class TypeProvider implements IResourceProvider {
    /** What every provider works with. */
    public record Context(FhirContext fhir, KnowledgeBase knowledge, Searches searches) {
        Histories histories() {
            return new Histories(searches);
        }

        /** What the request is answered from; the caller closes it. */
        Snapshot snapshot(ServletRequestDetails details) {
            return RequestSnapshot.of(details.getServletRequest(), knowledge);
        }
    }

    private final Context context;
    private final String type;

    public TypeProvider(Context context, String type) {
        this.context = context;
        this.type = type;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return context.fhir().getResourceDefinition(type).getImplementingClass();
    }

    /** FHIR R4, 3.1.0.2 read and 3.1.0.3 vread. */
    @Read(version = true)
    public IBaseResource read(@IdParam IdType id, ServletRequestDetails details) {
        try (Snapshot snapshot = context.snapshot(details)) {
            return new UnparsedResource(id.hasVersionIdPart() ? version(id, snapshot) : current(id, snapshot));
        }
    }

    /** FHIR R4, 3.1.1 search, by GET or by POST to {@code _search}. */
    @Search(allowUnknownParams = true)
    public Bundle search(ServletRequestDetails details) {
        return context.searches().of(type, details);
    }

    /** FHIR R4, 3.1.0.14 history of one resource; also of one that was removed. */
    @History
    public Bundle history(@IdParam IdType id, ServletRequestDetails details) {
        try (Snapshot snapshot = context.snapshot(details)) {
            return context.histories().of(new OfResource(key(id)), key(id) + "/", details, snapshot);
        }
    }

    /** FHIR R4, 3.1.0.14 history of all resources of the type. */
    @History
    public Bundle historyOfType(ServletRequestDetails details) {
        try (Snapshot snapshot = context.snapshot(details)) {
            return context.histories().of(new OfTypes(List.of(type)), type + "/", details, snapshot);
        }
    }

    /** Resource-meta of one resource. */
    @Operation(name = "$meta", idempotent = true, canonicalUrl = MetaOperation.DEFINITION)
    public Parameters meta(@IdParam IdType id, ServletRequestDetails details) {
        parameters(details, "$meta");
        try (Snapshot snapshot = context.snapshot(details)) {
            return MetaOperation.of(current(id, snapshot), context.fhir());
        }
    }

    /** Resource-meta of all resources of the type. */
    @Operation(name = "$meta", idempotent = true, canonicalUrl = MetaOperation.DEFINITION)
    public Parameters metaOfType(ServletRequestDetails details) {
        parameters(details, "$meta");
        try (Snapshot snapshot = context.snapshot(details)) {
            return MetaOperation.ofTypes(Set.of(type), snapshot);
        }
    }

    Context context() {
        return context;
    }

    /** The parameters of an operation that has these. */
    OperationParameters parameters(ServletRequestDetails details, String operation, String... known) {
        return OperationParameters.of(details, context.fhir(), operation, new LinkedHashSet<>(List.of(known)));
    }

    /** The resource as it is now. */
    StoredResource current(IdType id, Snapshot snapshot) {
        return snapshot.read(key(id)).orElseThrow(() -> absent(id, snapshot));
    }

    private StoredResource version(IdType id, Snapshot snapshot) {
        return snapshot.vread(key(id), id.getVersionIdPart())
                .orElseThrow(() ->
                        Failure.notFound("There is no version '" + id.getVersionIdPart() + "' of " + key(id) + "."));
    }

    /** Gone is another thing than unknown (FHIR R4, 3.1.0.2). */
    private Failure absent(IdType id, Snapshot snapshot) {
        return snapshot.deleted(key(id))
                .map(when -> Failure.deleted(key(id) + " was removed at " + BundleWriter.instant(when)
                        + ". Its earlier versions are at " + key(id) + "/_history."))
                .orElseGet(() -> notFound(id));
    }

    private ResourceKey key(IdType id) {
        return new ResourceKey(type, id.getIdPart());
    }

    private Failure notFound(IdType id) {
        return Failure.notFound("There is no " + type + " with the id '" + id.getIdPart() + "'.");
    }
}
