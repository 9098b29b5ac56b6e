package org.w3id.materia.server.terminology;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.ValueSet;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.operation.ConceptMapping;
import org.w3id.materia.terminology.operation.TerminologyLibrary;

/**
 * The way from a code of a drug to its monographs and back: the codings that the conversion gave each MedicationKnowledge, read as
 * a concept map. A medicine is a code of {@code ~/CodeSystem/medicine}, the id of its MedicationKnowledge.
 */
public final class MedicineLibrary implements TerminologyLibrary {
    static final String MEDICINES = "https://w3id.org/materia/fhir/CodeSystem/medicine";
    private static final String REASON = "https://w3id.org/materia/fhir/StructureDefinition/coding-reason";

    /** Rules that match a concept which says less than the medicine's name ({@code CodeSystem/coding-reason}). */
    private static final Set<String> SAYING_LESS = Set.of("salt", "broader", "broader-cross-reference");

    private static final String TYPE = "MedicationKnowledge";
    private static final int MOST = 100;

    private final FhirContext context;
    private final KnowledgeBase knowledge;

    public MedicineLibrary(FhirContext context, KnowledgeBase knowledge) {
        this.context = context;
        this.knowledge = knowledge;
    }

    @Override
    public List<ConceptMapping> translations(Coding concept, String targetSystem) {
        try (Snapshot snapshot = knowledge.snapshot()) {
            if (concept.getSystem().equals(MEDICINES)) {
                return snapshot.read(new ResourceKey(TYPE, concept.getCode())).stream()
                        .flatMap(stored -> codings(parse(stored), targetSystem))
                        .map(coding -> new ConceptMapping(
                                saysLess(coding) ? ConceptMapEquivalence.WIDER : ConceptMapEquivalence.EQUIVALENT,
                                plain(coding),
                                List.of(),
                                null))
                        .toList();
            }
            return targetSystem == null || targetSystem.equals(MEDICINES) ? medicines(concept, snapshot) : List.of();
        }
    }

    private List<ConceptMapping> medicines(Coding concept, Snapshot snapshot) {
        Criterion coded = new Criterion("code", List.of(new Criterion.TokenIs(concept.getSystem(), concept.getCode())));
        List<ConceptMapping> found = new ArrayList<>();
        for (StoredResource stored : snapshot.search(new Query(TYPE, List.of(coded), MOST, Optional.empty()))
                .resources()) {
            MedicationKnowledge medicine = parse(stored);
            boolean lessThanMedicine = codings(medicine, concept.getSystem())
                    .filter(c -> concept.getCode().equals(c.getCode()))
                    .allMatch(MedicineLibrary::saysLess);
            found.add(new ConceptMapping(
                    lessThanMedicine ? ConceptMapEquivalence.NARROWER : ConceptMapEquivalence.EQUIVALENT,
                    new Coding(MEDICINES, stored.key().id(), medicine.getCode().getText()),
                    List.of(),
                    null));
        }
        return found;
    }

    /** @param system null for any */
    private static Stream<Coding> codings(MedicationKnowledge medicine, String system) {
        return medicine.getCode().getCoding().stream().filter(c -> system == null || system.equals(c.getSystem()));
    }

    private static boolean saysLess(Coding coding) {
        return coding.getExtension().stream()
                .anyMatch(e -> e.getUrl().equals(REASON)
                        && SAYING_LESS.contains(e.getValue().primitiveValue()));
    }

    private static Coding plain(Coding coding) {
        return new Coding(coding.getSystem(), coding.getCode(), coding.getDisplay());
    }

    private MedicationKnowledge parse(StoredResource stored) {
        return context.newJsonParser()
                .parseResource(MedicationKnowledge.class, new ByteArrayInputStream(stored.json()));
    }

    @Override
    public List<String> versions(String url) {
        return List.of();
    }

    @Override
    public Optional<CodeSystemProvider> codeSystem(String url, String version, List<CodeSystem> supplements) {
        return Optional.empty();
    }

    @Override
    public List<CodeSystem> supplements(String url) {
        return List.of();
    }

    @Override
    public List<ValueSet> valueSets(String url) {
        return List.of();
    }

    @Override
    public List<ConceptMap> conceptMaps() {
        return List.of();
    }

    @Override
    public List<String> codeSystems() {
        return List.of();
    }
}
