package org.w3id.materia.safety.stated;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MedicinalProductContraindication;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/** The resources of one generation in which the monographs' facts are, as objects. */
public final class MedicineResources {
    private final FhirContext context;
    private final Snapshot snapshot;

    public MedicineResources(FhirContext context, Snapshot snapshot) {
        this.context = context;
        this.snapshot = snapshot;
    }

    /**
     * A contraindication or caution.
     *
     * @param same the contraindications that state the same: the two resources of one have no reference to each other, but the same words
     *     at the same place
     */
    public record Warning(DetectedIssue issue, List<MedicinalProductContraindication> same) {}

    /** Whether there is a medicine of that id. */
    public boolean hasMedicine(String id) {
        return snapshot.read(new ResourceKey("MedicationKnowledge", id)).isPresent();
    }

    /** Empty where there is none of that id. */
    public <T extends Resource> Optional<T> read(Class<T> type, String id) {
        return snapshot.read(new ResourceKey(type.getSimpleName(), id)).map(stored -> parse(type, stored));
    }

    /** All of a type that match, whatever their number. */
    public <T extends Resource> List<T> all(Class<T> type, Criterion criterion) {
        List<T> all = new ArrayList<>();
        snapshot.forEach(type.getSimpleName(), List.of(criterion), stored -> all.add(parse(type, stored)));
        return all;
    }

    /** All of a type that are about a medicine. */
    public <T extends Resource> List<T> about(String id, Class<T> type) {
        String parameter = type.equals(DetectedIssue.class) ? "implicated" : "subject";
        return all(type, new Criterion(parameter, List.of(new Criterion.RefersTo("Medication", id))));
    }

    /** What forbids a medicine, or bids caution. */
    public List<Warning> warnings(String id) {
        Map<String, List<MedicinalProductContraindication>> forbidden = new HashMap<>();
        for (MedicinalProductContraindication each : about(id, MedicinalProductContraindication.class)) {
            CodeableConcept what = each.hasOtherTherapy()
                    ? each.getOtherTherapyFirstRep().getMedicationCodeableConcept()
                    : each.getDisease();
            forbidden.computeIfAbsent(place(each, what), k -> new ArrayList<>()).add(each);
        }
        return about(id, DetectedIssue.class).stream()
                .map(issue -> new Warning(
                        issue,
                        forbidden.getOrDefault(
                                place(issue, issue.getEvidenceFirstRep().getCodeFirstRep()), List.of())))
                .toList();
    }

    private static String place(DomainResource resource, CodeableConcept what) {
        return StatedEvidence.of(resource.getExtension())
                        .map(e -> e.start() + "-" + e.end())
                        .orElse("") + " " + what.getText();
    }

    private <T extends Resource> T parse(Class<T> type, StoredResource stored) {
        return context.newJsonParser().parseResource(type, new ByteArrayInputStream(stored.json()));
    }
}
