package org.w3id.materia.fhir.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.materia.coding.CodedFacts;
import org.w3id.materia.coding.DrugName;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.RiskKind;

/**
 * The other monographs that a monograph's facts may lead to: those of its ingredients, and those of the drugs that it mentions, by any of
 * their names. A monograph's id is its file's name, so one that is named as a drug is describes it.
 */
public final class MentionedMonographs {
    /** A monograph by its id, and the rule by which it is of the drug that is mentioned. */
    record Medicine(String id, String reason) {}

    private final List<RelatedMonograph> ingredients;
    private final Map<String, List<Medicine>> byPhrase;

    private MentionedMonographs(List<RelatedMonograph> ingredients, Map<String, List<Medicine>> byPhrase) {
        this.ingredients = ingredients;
        this.byPhrase = byPhrase;
    }

    /** None. */
    public static MentionedMonographs none() {
        return new MentionedMonographs(List.of(), Map.of());
    }

    /** All that there may be. */
    public static MentionedMonographs of(CodedFacts coded) {
        MonographFacts facts = coded.facts();
        Map<String, List<Medicine>> byPhrase = new LinkedHashMap<>();
        drugs(facts).forEach(drug -> byPhrase.computeIfAbsent(drug, d -> medicines(coded.drugNames(d))));
        return new MentionedMonographs(RelatedMonograph.singleIngredients(facts.product()), byPhrase);
    }

    /** The ids of all these monographs. */
    public Set<String> ids() {
        return Stream.concat(
                        ingredients.stream().map(RelatedMonograph::id),
                        byPhrase.values().stream().flatMap(Collection::stream).map(Medicine::id))
                .collect(Collectors.toSet());
    }

    /** Those that are there. */
    public MentionedMonographs within(Set<String> collection) {
        Map<String, List<Medicine>> present = new LinkedHashMap<>();
        byPhrase.forEach((drug, medicines) -> present.put(
                drug,
                medicines.stream().filter(m -> collection.contains(m.id())).toList()));
        return new MentionedMonographs(
                ingredients.stream().filter(r -> collection.contains(r.id())).toList(), present);
    }

    public List<RelatedMonograph> ingredients() {
        return ingredients;
    }

    /** The medicine that a phrase of the facts names; empty where there is none, or where a rule leads to two. */
    Optional<Medicine> medicine(String drug) {
        List<Medicine> found = byPhrase.getOrDefault(drug, List.of());
        return found.isEmpty() || isInDoubt(found) ? Optional.empty() : Optional.of(found.get(0));
    }

    private static boolean isInDoubt(List<Medicine> found) {
        String rule = found.get(0).reason();
        return found.stream().filter(m -> m.reason().equals(rule)).count() > 1;
    }

    private static Stream<String> drugs(MonographFacts facts) {
        return Stream.of(
                        facts.interactions().stream().map(i -> i.agent()),
                        facts.contraindications().stream()
                                .filter(c -> c.kind() == RiskKind.DRUG)
                                .map(c -> c.condition()),
                        facts.cautions().stream()
                                .filter(c -> c.kind() == RiskKind.DRUG)
                                .map(c -> c.condition()))
                .flatMap(s -> s);
    }

    /** The monographs of these names, each once, by the first name that leads to it. */
    private static List<Medicine> medicines(List<DrugName> names) {
        Map<String, Medicine> byId = new LinkedHashMap<>();
        for (DrugName name : names) {
            String id = SubstanceName.of(name.name()).slug();
            byId.putIfAbsent(id, new Medicine(id, name.reason()));
        }
        return new ArrayList<>(byId.values());
    }
}
