package org.w3id.materia.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.coding.CodedFacts;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.encoding.ResourceEncoder;
import org.w3id.materia.fhir.scope.MentionedMonographs;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.fhir.scope.SubstanceName;
import org.w3id.materia.fhir.scope.Vocabulary;
import org.w3id.materia.monograph.Monograph;

/**
 * A monograph and its coded facts → FHIR R4 resources. Pure: equal input gives equal resources, in the same order; no clock is read.
 * Safe for several threads.
 */
public final class MonographMapper {
    private final Vocabulary vocabulary;
    private final String version;

    /**
     * A converter.
     *
     * @param conformance code systems and concept maps that the resources' codes come from
     * @param version the converter's version, for Provenance
     */
    public MonographMapper(ConformanceResources conformance, String version) {
        this.vocabulary = new Vocabulary(conformance);
        this.version = version;
    }

    /**
     * All resources of a monograph: MedicationKnowledge, Medication, Substances, the facts, Composition, DocumentReference, Binary and
     * Provenance. A text that describes no product gives only the last three. What depends on the clock is missing: {@link
     * ResourceEncoder} adds it.
     *
     * @param mentions other monographs of the collection that the facts lead to
     */
    public List<Resource> convert(Monograph monograph, CodedFacts coded, MentionedMonographs mentions) {
        MonographScope scope = new MonographScope(monograph, coded, mentions, vocabulary);
        List<Resource> resources = new ArrayList<>();
        if (scope.product().kind() != Product.Kind.REFUSAL) {
            addMedicine(scope, resources);
        }
        DocumentMapper document = new DocumentMapper(scope);
        resources.add(document.documentReference());
        resources.add(document.binary());
        resources.add(new ProvenanceMapper(scope, version).map(resources));
        return resources;
    }

    private static void addMedicine(MonographScope scope, List<Resource> resources) {
        List<DerivedResource> facts = new ArrayList<>();
        List<DetectedIssue> forbidden = addFacts(scope, facts);
        MedicationKnowledge knowledge = new MedicationKnowledgeMapper(scope).map(forbidden);
        resources.add(knowledge);
        resources.add(new MedicationMapper(scope).map());
        addSubstances(scope, resources);
        facts.forEach(fact -> resources.add(fact.resource()));

        List<DerivedResource> entries = new ArrayList<>();
        inMedicationKnowledge(scope.facts()).forEach(e -> entries.add(new DerivedResource(knowledge, e)));
        entries.addAll(facts);
        resources.add(new CompositionMapper(scope, entries).map());
    }

    private static List<DetectedIssue> addFacts(MonographScope scope, List<DerivedResource> into) {
        MonographFacts facts = scope.facts();
        IndicationMapper indications = new IndicationMapper(scope);
        ContraindicationMapper contraindications = new ContraindicationMapper(scope);
        DetectedIssueMapper issues = new DetectedIssueMapper(scope);
        InteractionMapper interactions = new InteractionMapper(scope);
        UndesirableEffectMapper effects = new UndesirableEffectMapper(scope);
        List<DetectedIssue> forbidden = new ArrayList<>();
        facts.indications().forEach(f -> add(into, indications.map(f), f.evidence()));
        facts.contraindications().forEach(f -> {
            DetectedIssue issue = issues.map(Risk.of(f));
            forbidden.add(issue);
            add(into, contraindications.map(f), f.evidence());
            add(into, issue, f.evidence());
        });
        facts.cautions().forEach(f -> add(into, issues.map(Risk.of(f)), f.evidence()));
        facts.interactions().forEach(f -> add(into, interactions.map(f), f.evidence()));
        facts.effects().forEach(f -> add(into, effects.map(f), f.evidence()));
        return forbidden;
    }

    private static void add(List<DerivedResource> into, DomainResource resource, Evidence evidence) {
        into.add(new DerivedResource(resource, evidence));
    }

    /** One Substance for each ingredient; two names that differ only in case, accents or hyphens are one. */
    private static void addSubstances(MonographScope scope, List<Resource> resources) {
        SubstanceMapper substances = new SubstanceMapper(scope);
        Map<String, SubstanceName> names = new LinkedHashMap<>();
        scope.product().ingredients().forEach(i -> {
            SubstanceName name = SubstanceName.of(i.name());
            names.putIfAbsent(name.id(), name);
        });
        names.values().forEach(name -> resources.add(substances.map(name)));
    }

    /** Where the facts stand that have no resource of their own. */
    private static List<Evidence> inMedicationKnowledge(MonographFacts facts) {
        List<Evidence> evidence = new ArrayList<>();
        facts.product().ingredients().forEach(i -> evidence.add(i.evidence()));
        facts.dosing().forEach(d -> evidence.add(d.evidence()));
        facts.mechanisms().forEach(m -> evidence.add(m.evidence()));
        return evidence;
    }
}
