package org.w3id.materia.search.medicine;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.resource.PreparedCodeSystems;
import org.w3id.materia.terminology.drug.DrugConcepts;
import org.w3id.materia.terminology.operation.library.ConceptMapping;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/**
 * The way from a code of a drug to its monographs and back: the codings that the conversion gave each MedicationKnowledge, read as
 * a concept map. A medicine is a code of {@code ~/CodeSystem/medicine}, the id of its MedicationKnowledge, and the code system has the
 * medicines that there are.
 */
public final class MedicineLibrary implements TerminologyLibrary {
    static final String MEDICINES = "https://w3id.org/materia/fhir/CodeSystem/medicine";
    private static final String REASON = "https://w3id.org/materia/fhir/StructureDefinition/coding-reason";

    /** Rules that match a concept which says less than the medicine's name ({@code CodeSystem/coding-reason}). */
    private static final Set<String> SAYING_LESS = Set.of("salt", "broader", "broader-cross-reference");

    static final String TYPE = "MedicationKnowledge";
    private static final int MOST = 100;

    private final FhirContext context;
    private final KnowledgeBase knowledge;
    private final Supplier<TerminologyLibrary> others;
    private final MedicineCodes codes;
    private final PreparedCodeSystems prepared = new PreparedCodeSystems();

    /** @param others the code systems of drugs, with what they say of each other */
    public MedicineLibrary(FhirContext context, KnowledgeBase knowledge, Supplier<TerminologyLibrary> others) {
        this.context = context;
        this.knowledge = knowledge;
        this.others = others;
        this.codes = new MedicineCodes(context);
    }

    @Override
    public List<ConceptMapping> translations(Coding concept, String targetSystem) {
        try (Snapshot snapshot = knowledge.snapshot()) {
            if (concept.getSystem().equals(MEDICINES)) {
                return snapshot.read(new ResourceKey(TYPE, concept.getCode())).stream()
                        .flatMap(stored -> codes(parse(stored)).stream())
                        .filter(m -> targetSystem == null
                                || targetSystem.equals(m.concept().getSystem()))
                        .toList();
            }
            return targetSystem == null || targetSystem.equals(MEDICINES) ? medicines(concept, snapshot) : List.of();
        }
    }

    /** The codes of a medicine, and what the code systems say of them in others. */
    private List<ConceptMapping> codes(MedicationKnowledge medicine) {
        Map<ConceptKey, ConceptMapping> codes = new LinkedHashMap<>();
        List<Coding> elsewhere = medicine.getCode().getCoding().stream()
                .filter(coding -> !coding.getSystem().equals(MEDICINES))
                .toList();
        for (Coding coding : elsewhere) {
            codes.put(key(coding), new ConceptMapping(fromMedicine(coding), plain(coding), List.of(), null));
        }
        for (Coding coding : elsewhere) {
            for (ConceptMapping further : others.get().translations(coding, null)) {
                ConceptMapping.joined(fromMedicine(coding), further.equivalence())
                        .ifPresent(relation -> codes.putIfAbsent(
                                key(further.concept()),
                                new ConceptMapping(relation, further.concept(), List.of(), further.map())));
            }
        }
        return List.copyOf(codes.values());
    }

    /** The medicines that have the code, or that of its ingredient or of the same drug in another code system. */
    private List<ConceptMapping> medicines(Coding concept, Snapshot snapshot) {
        Map<ConceptKey, ConceptMapEquivalence> drug = DrugConcepts.of(concept, others.get());
        Criterion coded = new Criterion(
                "code",
                List.of(
                        drug.size() == 1
                                ? new Criterion.TokenIs(concept.getSystem(), concept.getCode())
                                : new Criterion.TokenAnyOf(drug.keySet())));
        List<ConceptMapping> found = new ArrayList<>();
        for (StoredResource stored : snapshot.search(new Query(TYPE, List.of(coded), MOST, Optional.empty()))
                .resources()) {
            MedicationKnowledge medicine = parse(stored);
            found.add(new ConceptMapping(
                    relation(drug, medicine),
                    new Coding(MEDICINES, stored.key().id(), medicine.getCode().getText()),
                    List.of(),
                    null));
        }
        return found;
    }

    /** How a medicine compares with a drug: by the nearest of the drug's concepts that tells; else they have a substance in common. */
    private static ConceptMapEquivalence relation(
            Map<ConceptKey, ConceptMapEquivalence> drug, MedicationKnowledge medicine) {
        return drug.entrySet().stream()
                .flatMap(e -> codings(medicine, e.getKey())
                        .map(coding ->
                                ConceptMapping.joined(e.getValue(), ConceptMapping.inverse(fromMedicine(coding)))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(ConceptMapEquivalence.RELATEDTO);
    }

    private static Stream<Coding> codings(MedicationKnowledge medicine, ConceptKey concept) {
        return medicine.getCode().getCoding().stream().filter(c -> concept.equals(key(c)));
    }

    private static ConceptKey key(Coding coding) {
        return new ConceptKey(coding.getSystem(), coding.getCode());
    }

    private static ConceptMapEquivalence fromMedicine(Coding coding) {
        return saysLess(coding) ? ConceptMapEquivalence.WIDER : ConceptMapEquivalence.EQUIVALENT;
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
        return medicines(url).map(CodeSystem::getVersion).stream().toList();
    }

    private Optional<CodeSystem> medicines(String url) {
        if (!url.equals(MEDICINES)) {
            return Optional.empty();
        }
        try (Snapshot snapshot = knowledge.snapshot()) {
            return codes.in(snapshot);
        }
    }

    @Override
    public Optional<CodeSystemProvider> codeSystem(String url, String version, List<CodeSystem> supplements) {
        return medicines(url)
                .filter(c -> Objects.equals(version, c.getVersion()))
                .map(c -> new MedicineCodeSystem(prepared.of(c, supplements), knowledge));
    }

    @Override
    public List<String> codeSystems() {
        return medicines(MEDICINES).map(CodeSystem::getUrl).stream().toList();
    }
}
