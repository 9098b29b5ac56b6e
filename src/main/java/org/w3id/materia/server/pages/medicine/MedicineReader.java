package org.w3id.materia.server.pages.medicine;

import ca.uhn.fhir.context.FhirContext;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicinalProductIndication;
import org.hl7.fhir.r4.model.MedicinalProductInteraction;
import org.hl7.fhir.r4.model.MedicinalProductUndesirableEffect;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.MonographReader;
import org.w3id.materia.monograph.UnusableMonographException;
import org.w3id.materia.safety.stated.MedicineResources;
import org.w3id.materia.safety.stated.StatedEvidence;
import org.w3id.materia.safety.stated.Strength;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Snapshot;

/** One medicine of a generation → what its page shows. */
public final class MedicineReader {
    private static final Map<String, String> STRENGTHS = ordered(
            "contraindicated", "Contraindicated", "not-recommended", "Not recommended", "caution", "With caution");
    private static final Map<String, String> FREQUENCIES = ordered(
            "very-common", "Very common",
            "common", "Common",
            "uncommon", "Uncommon",
            "rare", "Rare",
            "very-rare", "Very rare",
            "", "Frequency not stated");

    /** As in the text; what has no place there comes last. */
    private static final Comparator<Fact> BY_PLACE =
            Comparator.comparing(f -> f.evidence().map(StatedEvidence::start).orElse(Integer.MAX_VALUE));

    private final MedicineResources resources;
    private final FactReader facts;

    public MedicineReader(FhirContext context, Snapshot snapshot) {
        this.resources = new MedicineResources(context, snapshot);
        this.facts = new FactReader(resources);
    }

    /** Empty where there is no medicine of that id. */
    public Optional<MedicinePage> read(String id) {
        return resources.read(MedicationKnowledge.class, id).map(medicine -> page(id, medicine));
    }

    private MedicinePage page(String id, MedicationKnowledge medicine) {
        MedicinePage.Facts facts = new MedicinePage.Facts(
                new MedicinePage.Product(Code.of(medicine.getCode()), ProductFacts.of(medicine), related(medicine)),
                new MedicinePage.Uses(indications(id), DoseTable.of(Doses.of(medicine))),
                new MedicinePage.Risks(warnings(id), interactions(id), namedBy(id), effects(id)));
        return new MedicinePage(medicine(id, medicine), version(medicine), facts, text(id, marks(facts)));
    }

    private static MedicinePage.Medicine medicine(String id, MedicationKnowledge medicine) {
        return new MedicinePage.Medicine(
                id,
                medicine.getCode().getText(),
                medicine.getSynonym().stream().map(StringType::getValue).toList(),
                medicine.getStatus() == MedicationKnowledge.MedicationKnowledgeStatus.ACTIVE);
    }

    private static MedicinePage.Version version(MedicationKnowledge medicine) {
        return new MedicinePage.Version(
                medicine.getMeta().getVersionId(),
                medicine.getMeta()
                        .getLastUpdated()
                        .toInstant()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString());
    }

    /** Where the text states what the page shows of this monograph. */
    private static List<TextReader.Mark> marks(MedicinePage.Facts facts) {
        List<TextReader.Mark> marks = new ArrayList<>();
        facts.uses()
                .doses()
                .doses()
                .forEach(dose -> mark(dose.id(), dose.source().evidence(), marks));
        Stream.of(
                        facts.product().about(),
                        facts.risks().warnings(),
                        facts.risks().effects())
                .flatMap(List::stream)
                .flatMap(group -> group.facts().stream())
                .forEach(fact -> mark(fact.id(), fact.evidence(), marks));
        Stream.of(facts.uses().indications(), facts.risks().interactions())
                .flatMap(List::stream)
                .forEach(fact -> mark(fact.id(), fact.evidence(), marks));
        return marks;
    }

    private List<Fact> indications(String id) {
        return sorted(
                resources.about(id, MedicinalProductIndication.class).stream().map(facts::indication));
    }

    private List<Fact> interactions(String id) {
        return sorted(
                resources.about(id, MedicinalProductInteraction.class).stream().map(facts::interaction));
    }

    private static List<Fact> sorted(Stream<Fact> facts) {
        return facts.sorted(BY_PLACE).toList();
    }

    private static void mark(String id, Optional<StatedEvidence> evidence, List<TextReader.Mark> marks) {
        evidence.ifPresent(e -> marks.add(new TextReader.Mark(id, e.start(), e.end())));
    }

    private List<Fact.Group> warnings(String id) {
        Map<String, List<Fact>> byStrength = new LinkedHashMap<>();
        for (MedicineResources.Warning warning : resources.warnings(id)) {
            byStrength
                    .computeIfAbsent(Strength.of(warning.issue()).code(), k -> new ArrayList<>())
                    .add(facts.warning(warning));
        }
        return groups(STRENGTHS, byStrength);
    }

    private List<Fact.Group> effects(String id) {
        Map<String, List<Fact>> byFrequency = new LinkedHashMap<>();
        for (MedicinalProductUndesirableEffect effect : resources.about(id, MedicinalProductUndesirableEffect.class)) {
            String frequency = effect.hasFrequencyOfOccurrence()
                    ? effect.getFrequencyOfOccurrence().getCodingFirstRep().getCode()
                    : "";
            byFrequency.computeIfAbsent(frequency, k -> new ArrayList<>()).add(facts.effect(effect));
        }
        return groups(FREQUENCIES, byFrequency);
    }

    /** In the order of the titles; those that are empty are left out. */
    private static List<Fact.Group> groups(Map<String, String> titles, Map<String, List<Fact>> facts) {
        if (!titles.keySet().containsAll(facts.keySet())) {
            throw new IllegalStateException("no title for one of " + facts.keySet());
        }
        return titles.entrySet().stream()
                .filter(e -> facts.containsKey(e.getKey()))
                .map(e -> new Fact.Group(e.getKey(), e.getValue(), sorted(facts.get(e.getKey()).stream())))
                .toList();
    }

    private List<MedicinePage.NamedBy> namedBy(String id) {
        Criterion agent = new Criterion("agent", List.of(new Criterion.TokenIs(Code.MEDICINES, id)));
        List<MedicinePage.NamedBy> namedBy = new ArrayList<>();
        for (MedicinalProductInteraction interaction : resources.all(MedicinalProductInteraction.class, agent)) {
            link(interaction.getSubjectFirstRep())
                    .ifPresent(m -> namedBy.add(new MedicinePage.NamedBy(m, facts.interaction(interaction))));
        }
        return namedBy;
    }

    private List<Fact.MedicineLink> related(MedicationKnowledge medicine) {
        return medicine.getRelatedMedicationKnowledge().stream()
                .flatMap(r -> r.getReference().stream())
                .flatMap(r -> link(r).stream())
                .toList();
    }

    private Optional<Fact.MedicineLink> link(Reference medicine) {
        return Fact.MedicineLink.to(medicine.getReferenceElement().getIdPart(), medicine.getDisplay(), resources);
    }

    private MedicinePage.ReadText text(String id, List<TextReader.Mark> marks) {
        Optional<Binary> source = resources.read(Binary.class, id);
        if (source.isEmpty()) {
            return new MedicinePage.ReadText(List.of(), Map.of());
        }
        try {
            Monograph monograph = MonographReader.read(id + ".md", source.get().getContent());
            TextReader text = new TextReader(marks);
            return new MedicinePage.ReadText(text.read(monograph), text.places());
        } catch (UnusableMonographException e) {
            throw new IllegalStateException("what was read before cannot be read again: " + id, e);
        }
    }

    private static Map<String, String> ordered(String... namesAndTitles) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTitles.length; i += 2) {
            titles.put(namesAndTitles[i], namesAndTitles[i + 1]);
        }
        return titles;
    }
}
