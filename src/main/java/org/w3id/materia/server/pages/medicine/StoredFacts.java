package org.w3id.materia.server.pages.medicine;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/** Resources of one generation, as objects. */
public final class StoredFacts {
    private final FhirContext context;
    private final Snapshot snapshot;

    public StoredFacts(FhirContext context, Snapshot snapshot) {
        this.context = context;
        this.snapshot = snapshot;
    }

    <T extends Resource> Optional<T> read(Class<T> type, String id) {
        return snapshot.read(new ResourceKey(type.getSimpleName(), id)).map(stored -> parse(type, stored));
    }

    /** All resources of a type that match, whatever their number. */
    <T extends Resource> List<T> all(Class<T> type, Criterion criterion) {
        List<T> all = new ArrayList<>();
        snapshot.forEach(type.getSimpleName(), List.of(criterion), stored -> all.add(parse(type, stored)));
        return all;
    }

    private <T extends Resource> T parse(Class<T> type, StoredResource stored) {
        return context.newJsonParser().parseResource(type, new ByteArrayInputStream(stored.json()));
    }

    /** A medicine by the reference to it; empty where it has no page. */
    Optional<Fact.MedicineLink> medicine(Reference reference) {
        return medicine(reference.getReferenceElement().getIdPart(), reference.getDisplay());
    }

    /**
     * A medicine; empty where it has no page.
     *
     * @param name that it goes by where it is mentioned; null for its id
     */
    Optional<Fact.MedicineLink> medicine(String id, String name) {
        return snapshot.read(new ResourceKey("MedicationKnowledge", id))
                .map(found -> new Fact.MedicineLink(id, name == null ? id : name));
    }
}
