package org.w3id.materia.fhir.scope;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.coding.CodedConcept;
import org.w3id.materia.coding.CodedFacts;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.outline.Evidence;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.monograph.Monograph;

/** What the mappers share while one monograph is converted. */
public final class MonographScope {
    private static final String CODING_REASON = Canonical.extension("coding-reason");
    private static final String BROADER = "broader";
    private static final String INGREDIENT = Canonical.extension("ingredient");

    private final Monograph monograph;
    private final String id;
    private final CodedFacts coded;
    private final MentionedMonographs mentions;
    private final Vocabulary vocabulary;
    private final SentenceIndex sentences;
    private final FactIds ids;

    public MonographScope(Monograph monograph, CodedFacts coded, MentionedMonographs mentions, Vocabulary vocabulary) {
        this.monograph = monograph;
        this.id = monograph.source().id();
        this.coded = coded;
        this.mentions = mentions;
        this.vocabulary = vocabulary;
        this.sentences = new SentenceIndex(monograph);
        this.ids = new FactIds(id);
    }

    public Monograph monograph() {
        return monograph;
    }

    /** The monograph's id. */
    public String id() {
        return id;
    }

    /** The medicine's name. */
    public String name() {
        return monograph.title();
    }

    /** What the monograph says. */
    public MonographFacts facts() {
        return coded.facts();
    }

    /** What it says of the product itself. */
    public Product product() {
        return coded.facts().product();
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public SentenceIndex sentences() {
        return sentences;
    }

    /** The sentence around a piece of evidence, without markup. */
    public String sentence(Evidence evidence) {
        return sentences.touching(evidence.span()).orElse(evidence.quote());
    }

    /** To the Medication that the monograph describes, which is served with it. */
    public Reference medication() {
        return new Reference("Medication/" + id).setDisplay(name());
    }

    /** The other monographs that the facts lead to. */
    public MentionedMonographs mentions() {
        return mentions;
    }

    /** The text's own words for a drug, the medicine of the collection that it is, and the concepts that they name. */
    public CodeableConcept drug(String words) {
        CodeableConcept concept = phrase(PhraseKind.DRUG, words);
        mentions.medicine(words)
                .map(m -> coding(Canonical.codeSystem("medicine"), m.id(), null, m.reason()))
                .ifPresent(coding -> concept.getCoding().add(0, coding));
        return concept;
    }

    /** The medicine that has this name, where there is a monograph of it. */
    public Optional<Reference> medicine(String words) {
        return mentions.medicine(words).map(m -> new Reference("Medication/" + m.id()));
    }

    /** The same for a condition that a dose is said to be for; empty where nothing says that the words are one: no indication, no code. */
    public Optional<CodeableConcept> doseIndication(String words) {
        CodeableConcept concept = phrase(PhraseKind.CONDITION, words);
        return concept.hasCoding() || coded.isIndication(words) ? Optional.of(concept) : Optional.empty();
    }

    /** The text's own words and the concepts that other words name, of which these are a kind. */
    public CodeableConcept broader(PhraseKind kind, String words, String broader) {
        CodeableConcept concept = new CodeableConcept().setText(words);
        coded.codings(kind, broader)
                .forEach(found -> concept.addCoding(coding(
                        found.key().system(),
                        found.key().code(),
                        found.display().orElse(null),
                        BROADER)));
        return concept;
    }

    /** The text's own words and the concepts that they name. */
    public CodeableConcept phrase(PhraseKind kind, String words) {
        CodeableConcept concept = new CodeableConcept().setText(words);
        for (CodedConcept found : coded.codings(kind, words)) {
            concept.addCoding(coding(
                    found.key().system(), found.key().code(), found.display().orElse(null), found.reason()));
        }
        return concept;
    }

    private static Coding coding(String system, String code, String display, String reason) {
        Coding coding = new Coding(system, code, display);
        coding.addExtension(new Extension(CODING_REASON, new CodeType(reason)));
        return coding;
    }

    /** Gives a resource what every resource of the monograph has: id, profile, and the monograph as its source. */
    public <T extends Resource> T begin(T resource, String resourceId) {
        resource.setId(resourceId);
        resource.getMeta().addProfile(Canonical.profile(resource.fhirType())).setSource("DocumentReference/" + id);
        return resource;
    }

    /** Begins the resource of a fact: the id comes from its content, and it says what it is about and where it stands. */
    public <T extends DomainResource> T beginFact(
            T resource, Evidence evidence, Optional<String> ingredient, String... content) {
        String[] identity = new String[content.length + 1];
        System.arraycopy(content, 0, identity, 0, content.length);
        identity[content.length] = ingredient.orElse("");
        begin(resource, ids.next(resource.fhirType(), identity));
        resource.addExtension(EvidenceExtension.of(evidence, sentence(evidence)));
        ingredient.map(this::ingredientExtension).ifPresent(resource::addExtension);
        return resource;
    }

    /** The id of a fact that is an element and no resource of its own; it comes from its content too. */
    public String elementId(String type, String... content) {
        return ids.next(type, content);
    }

    /** Says where an element is stated, and which ingredient it is about. */
    public void state(Element element, Evidence evidence, Optional<String> ingredient) {
        element.addExtension(EvidenceExtension.of(evidence, sentence(evidence)));
        ingredient.map(this::ingredientExtension).ifPresent(element::addExtension);
    }

    /** The extension that names the ingredient of a combination that a statement is about. */
    private Extension ingredientExtension(String name) {
        List<Ingredient> own = product().ingredients();
        Reference reference = own.stream().anyMatch(i -> i.name().equals(name))
                ? SubstanceName.of(name).reference()
                : new Reference();
        return new Extension(INGREDIENT, reference.setDisplay(name));
    }
}
