package org.w3id.materia.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicinalProductInteraction;
import org.hl7.fhir.r4.model.MedicinalProductUndesirableEffect;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Substance;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.materia.coding.CodedFacts;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.UndesirableEffect;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.dosage.Doses;
import org.w3id.materia.fhir.dosage.GuidelineMapper;
import org.w3id.materia.fhir.encoding.EncodedResource;
import org.w3id.materia.fhir.encoding.ResourceEncoder;
import org.w3id.materia.fhir.scope.MentionedMonographs;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.fhir.scope.Vocabulary;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.SectionKind;

class MonographMapperTest {
    private static final String MEDICINES = "https://w3id.org/materia/fhir/CodeSystem/medicine";
    private static final ConformanceResources CONFORMANCE = ConformanceResources.load();
    private static final MonographMapper MAPPER = new MonographMapper(CONFORMANCE, "0.1.0");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    @TestFactory
    Stream<DynamicTest> everyResourceIsValidAndHasTheProfileOfItsType() {
        ResourceValidation validation = new ResourceValidation(CONFORMANCE);
        return Stream.of(Product.Kind.values()).flatMap(kind -> encode(kind).stream()
                .map(e -> DynamicTest.dynamicTest(kind + " " + e.type() + "/" + e.id(), () -> {
                    String json = new String(e.json(), StandardCharsets.UTF_8);
                    assertThat(validation.problems(json)).as(json).isEmpty();
                    assertThat(json)
                            .contains("/StructureDefinition/materia-" + e.type().toLowerCase(Locale.ROOT));
                })));
    }

    @Test
    void refusalIsNoMedicine() {
        List<Resource> resources = convert(Product.Kind.REFUSAL);
        assertThat(resources)
                .extracting(Resource::fhirType)
                .containsExactly("DocumentReference", "Binary", "Provenance");
        DocumentReference document = (DocumentReference) resources.get(0);
        assertThat(document.getStatus().toCode()).isEqualTo("entered-in-error");
        assertThat(document.getDescription()).startsWith("Not a medicine");
    }

    @Test
    void sameInputGivesTheSameBytes() {
        assertThat(documents(encode(Product.Kind.MONOGRAPH))).isEqualTo(documents(encode(Product.Kind.MONOGRAPH)));
    }

    @Test
    void idsAreLegalAndUniqueEvenForEqualFacts() {
        MonographFacts facts = SampleMonograph.facts(Product.Kind.MONOGRAPH);
        MonographFacts twice = with(facts, twice(facts.effects()));
        List<String> ids = map(SampleMonograph.MONOGRAPH, twice).stream()
                .map(r -> r.fhirType() + "/" + r.getIdPart())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z]+/[A-Za-z0-9.-]{1,64}"));
    }

    @Test
    void factKeepsItsIdWhenItsPlaceChanges() {
        MonographFacts facts = SampleMonograph.facts(Product.Kind.MONOGRAPH);
        List<UndesirableEffect> moved = facts.effects().stream()
                .map(e -> new UndesirableEffect(
                        e.effect(),
                        e.frequency(),
                        e.serious(),
                        e.ingredient(),
                        SampleMonograph.evidence("helps", SectionKind.HOW_IT_WORKS)))
                .toList();
        List<Resource> before = effects(map(SampleMonograph.MONOGRAPH, facts));
        List<Resource> after = effects(map(SampleMonograph.MONOGRAPH, with(facts, moved)));
        assertThat(after)
                .extracting(Resource::getIdPart)
                .isEqualTo(before.stream().map(Resource::getIdPart).toList());
        ResourceEncoder encoder = new ResourceEncoder();
        assertThat(encoder.encode(after.get(0), NOW).versionId())
                .isNotEqualTo(encoder.encode(before.get(0), NOW).versionId());
    }

    @Test
    void medicineIsCodedAsItselfAndMedicinesThatItMentionsAsTheyAreHere() {
        List<Resource> resources = convert(Product.Kind.MONOGRAPH);
        assertThat(only(MedicationKnowledge.class, resources).getCode().getCodingFirstRep())
                .satisfies(own -> assertThat(own.getSystem()).isEqualTo(MEDICINES))
                .extracting(Coding::getCode)
                .isEqualTo("alpharil-beta-lun");
        assertThat(only(Medication.class, resources)
                        .getCode()
                        .getCodingFirstRep()
                        .getSystem())
                .isEqualTo(MEDICINES);
        CodeableConcept agent = only(MedicinalProductInteraction.class, resources)
                .getInteractantFirstRep()
                .getItemCodeableConcept();
        assertThat(agent.getText()).isEqualTo("gammavir");
        assertThat(agent.getCoding())
                .extracting(Coding::getSystem, Coding::getCode)
                .containsExactly(tuple(MEDICINES, "gammavir"), tuple("http://example.org/drugs", "G9"));
        List<Resource> alone = map(SampleMonograph.MONOGRAPH, SampleMonograph.facts(Product.Kind.MONOGRAPH));
        assertThat(only(MedicinalProductInteraction.class, alone)
                        .getInteractantFirstRep()
                        .getItemCodeableConcept()
                        .getCoding())
                .extracting(Coding::getCode)
                .containsExactly("G9");
    }

    @Test
    void doseIsForAConditionOnlyWhereSomethingSaysThatItIsOne() {
        MonographFacts facts = SampleMonograph.facts(Product.Kind.MONOGRAPH);
        assertThat(doseIndications(facts, "relapsed knee fever")).containsExactly("relapsed knee fever");
        assertThat(doseIndications(facts, "cold of the shin")).containsExactly("cold of the shin");
        assertThat(doseIndications(facts, "step one")).isEmpty();
    }

    private static List<String> doseIndications(MonographFacts facts, String indication) {
        MonographScope scope = new MonographScope(
                SampleMonograph.MONOGRAPH,
                SampleMonograph.coded(facts),
                MentionedMonographs.none(),
                new Vocabulary(ConformanceResources.load()));
        return new GuidelineMapper(scope)
                        .map(List.of(Doses.of("Reduce the dose as needed.")
                                .indication(indication)
                                .build()))
                        .stream()
                        .filter(g -> g.hasIndication())
                        .map(g -> ((CodeableConcept) g.getIndication()).getText())
                        .toList();
    }

    private static <T extends Resource> T only(Class<T> type, List<Resource> resources) {
        return resources.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void substanceSaysNothingOfItsMonograph() {
        ResourceEncoder encoder = new ResourceEncoder();
        Monograph other = SampleMonograph.read("other.md", SampleMonograph.TEXT);
        MonographFacts facts = SampleMonograph.facts(Product.Kind.MONOGRAPH);
        assertThat(substances(encoder, map(other, facts)))
                .isEqualTo(substances(encoder, map(SampleMonograph.MONOGRAPH, facts)))
                .hasSize(2);
    }

    @Test
    void compositionRepeatsNoAnswers() {
        Composition composition = convert(Product.Kind.MONOGRAPH).stream()
                .filter(Composition.class::isInstance)
                .map(Composition.class::cast)
                .findFirst()
                .orElseThrow();
        Composition.SectionComponent faqs = composition.getSection().stream()
                .filter(s -> s.getTitle().equals("FAQs"))
                .findFirst()
                .orElseThrow();
        assertThat(faqs.hasText()).isFalse();
        assertThat(faqs.getSection())
                .extracting(Composition.SectionComponent::getTitle)
                .containsExactly("Can I stop?");
    }

    private static List<Resource> effects(List<Resource> resources) {
        return resources.stream()
                .filter(MedicinalProductUndesirableEffect.class::isInstance)
                .toList();
    }

    private static List<String> substances(ResourceEncoder encoder, List<Resource> resources) {
        return documents(resources.stream()
                .filter(Substance.class::isInstance)
                .map(r -> encoder.encode(r, NOW))
                .toList());
    }

    private static List<String> documents(List<EncodedResource> encoded) {
        return encoded.stream()
                .map(e -> new String(e.json(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<UndesirableEffect> twice(List<UndesirableEffect> effects) {
        return Stream.concat(effects.stream(), effects.stream()).toList();
    }

    private static MonographFacts with(MonographFacts f, List<UndesirableEffect> effects) {
        return new MonographFacts(
                f.product(),
                f.indications(),
                f.dosing(),
                f.contraindications(),
                f.cautions(),
                f.interactions(),
                effects,
                f.mechanisms(),
                f.questions(),
                f.findings());
    }

    private static List<Resource> map(Monograph monograph, MonographFacts facts) {
        return MAPPER.convert(monograph, SampleMonograph.coded(facts), MentionedMonographs.none());
    }

    private static List<Resource> convert(Product.Kind kind) {
        CodedFacts coded = SampleMonograph.coded(SampleMonograph.facts(kind));
        return MAPPER.convert(
                SampleMonograph.MONOGRAPH, coded, MentionedMonographs.of(coded).within(Set.of("alpharil", "gammavir")));
    }

    private static List<EncodedResource> encode(Product.Kind kind) {
        ResourceEncoder encoder = new ResourceEncoder();
        return convert(kind).stream().map(r -> encoder.encode(r, NOW)).toList();
    }
}
